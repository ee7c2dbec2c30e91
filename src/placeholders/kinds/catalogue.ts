import type { Kind } from '../kind';
import { rocket, spaceship } from './aircraft';
import { archer } from './archer';
import { bow, gun, hammer, mace, shield, staff } from './arms';
import { arrow, axe, dagger, spear, sword } from './blades';
import { block } from './block';
import { boat } from './boat';
import { car, tank } from './cars';
import { cart } from './carts';
import { castle, gate, tower, wall } from './castles';
import { barrel, chest, crate } from './containers';
import { bird, fish, spider } from './creatures';
import { dragon } from './dragon';
import { bed, bookshelf, chair, table } from './furniture';
import { goblin } from './goblin';
import { house, tent, windmill } from './houses';
import { knight } from './knight';
import { campfire, lamp, lantern, streetLamp, torch } from './lights';
import { cow, horse } from './livestock';
import { astronaut, robot, slime, snowman } from './machines';
import { person } from './person';
import { cat, dog, rabbit } from './pets';
import { bush, cactus, flower, grass, mushroom, plant } from './plants';
import { crystals, gem, gravestone, pillar, rock } from './stones';
import { bridge, door, fence, ladder, sign, well } from './structures';
import { coin, crown, heart, jewelRing, key, skull, starKind } from './treasure';
import { broadleaf, conifer, deadTree, palm, stump } from './trees';
import { ghost, skeleton, zombie } from './undead';
import { book, bottle, bucket, cup, pot, sack } from './vessels';
import { wizard } from './wizard';

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
