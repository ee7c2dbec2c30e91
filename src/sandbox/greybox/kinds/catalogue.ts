import type { Kind } from '../kind';
import { bow, gun, hammer, mace, shield, staff } from './arms';
import { arrow, axe, dagger, spear, sword } from './blades';
import { block } from './block';
import { castle, gate, tower, wall } from './castles';
import { barrel, chest, crate } from './containers';
import { bed, bookshelf, chair, table } from './furniture';
import { house, tent, windmill } from './houses';
import { campfire, lamp, lantern, streetLamp, torch } from './lights';
import { bush, cactus, flower, grass, mushroom, plant } from './plants';
import { crystals, gem, gravestone, pillar, rock } from './stones';
import { bridge, door, fence, ladder, sign, well } from './structures';
import { coin, crown, heart, jewelRing, key, skull, starKind } from './treasure';
import { broadleaf, conifer, deadTree, palm, stump } from './trees';
import { book, bottle, bucket, cup, pot, sack } from './vessels';

/** Every kind that words can call for. */
export const kinds: readonly Kind[] = [
	...[barrel, crate, chest, pot, bottle, bucket, sack, cup, book],
	...[sword, dagger, axe, spear, arrow, hammer, mace, shield, bow, staff, gun],
	...[broadleaf, conifer, palm, deadTree, stump, bush, mushroom, flower, grass, plant, cactus],
	...[rock, gem, crystals, gravestone, pillar],
	...[house, tent, windmill, tower, castle, wall, gate, bridge, fence, door, well, sign, ladder],
	...[table, chair, bed, bookshelf, torch, campfire, lantern, streetLamp, lamp],
	...[coin, starKind, heart, key, crown, jewelRing, skull],
	block,
];
