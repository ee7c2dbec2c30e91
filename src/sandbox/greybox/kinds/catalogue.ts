import type { Kind } from '../kind';
import { cat, cow, dog, horse, rabbit } from './animals';
import { bow, gun, hammer, mace, shield, staff } from './arms';
import { arrow, axe, dagger, spear, sword } from './blades';
import { block } from './block';
import { castle, gate, tower, wall } from './castles';
import { barrel, chest, crate } from './containers';
import { bird, dragon, fish, spider } from './creatures';
import { archer, knight, wizard } from './fighters';
import { ghost, goblin, person, skeleton, zombie } from './folk';
import { bed, bookshelf, chair, table } from './furniture';
import { house, tent, windmill } from './houses';
import { campfire, lamp, lantern, streetLamp, torch } from './lights';
import { astronaut, robot, slime, snowman } from './machines';
import { bush, cactus, flower, grass, mushroom, plant } from './plants';
import { boat, rocket, spaceship } from './ships';
import { crystals, gem, gravestone, pillar, rock } from './stones';
import { bridge, door, fence, ladder, sign, well } from './structures';
import { coin, crown, heart, jewelRing, key, skull, starKind } from './treasure';
import { broadleaf, conifer, deadTree, palm, stump } from './trees';
import { car, cart, tank } from './vehicles';
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
	...[person, knight, wizard, archer, zombie, skeleton, goblin, ghost, robot, astronaut, snowman, slime],
	...[dog, cat, horse, cow, rabbit, bird, fish, spider, dragon],
	...[cart, car, tank, boat, spaceship, rocket],
	block,
];
