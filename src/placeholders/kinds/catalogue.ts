import { type Kind, type KindRows, kindsOf } from '../kind';
import { addRocket, addSpaceship } from './aircraft';
import { addBow, addGun, addHammer, addMace, addShield, addStaff } from './arms';
import { addArrow, addAxe, addDagger, addSpear, addSword } from './blades';
import { addBlock } from './block';
import { addBoat } from './boat';
import { addBridge } from './bridge';
import { addCar } from './cars';
import { addCart } from './carts';
import { addArch, addCastle, addTower, addWall } from './castles';
import { addBarrel, addBucket, addChest, addCrate, addSack } from './containers';
import { addBird, addFish, addSpider } from './creatures';
import { addDragon } from './dragon';
import { addHoodedFigure, addKnight } from './fighters';
import { addBed, addChair, addTable } from './furniture';
import { addHouse, addTent } from './houses';
import { addCampfire, addLamp, addLantern, addStreetLamp, addTorch } from './lights';
import { addCow, addHorse } from './livestock';
import { addWindmill } from './mills';
import { addGoblin, addSlime, addSnowman } from './monsters';
import { addPerson, addWizard } from './people';
import { addCat, addDog, addRabbit } from './pets';
import { addBush, addCactus, addFlower, addGrass, addMushroom, addPottedPlant } from './plants';
import { addAstronaut, addRobot } from './robots';
import { addBook, addShelf } from './shelves';
import { addCrystals, addGem, addGravestone, addPillar, addRock } from './stones';
import { addDoor, addFence, addLadder, addSign, addWell } from './structures';
import { addTank } from './tanks';
import { addCoin, addCrown, addHeart, addKey, addRing, addSkull, addStar } from './treasure';
import { addBroadleaf, addConifer, addDeadTree, addLog, addPalm } from './trees';
import { addGhost, addSkeleton, addZombie } from './undead';
import { addBottle, addCup, addPot } from './vessels';

const things: KindRows = {
	'barrel, keg, cask, hogshead, drum': addBarrel,
	'crate, box, container, package, parcel': addCrate,
	'chest, treasure chest, coffer, trunk, treasure, loot': addChest,
	'pot, vase, urn, jar, amphora, jug, pitcher, cauldron, kettle': addPot,
	'bottle: potion, bottle, flask, vial, elixir, poison, medicine, perfume': addBottle,
	'bucket, pail, tub': addBucket,
	'sack, bag, pouch, backpack': addSack,
	'goblet, cup, chalice, mug, tankard, grail, trophy': addCup,
	'book, tome, spellbook, grimoire, diary': addBook,
	'sword, longsword, blade, greatsword, claymore, excalibur, katana, sabre, saber, rapier, broadsword':
		addSword,
	'dagger, knife, shortsword, dirk, stiletto, machete': addDagger,
	'axe, ax, hatchet, tomahawk, battleaxe': addAxe,
	'spear, lance, pike, javelin, halberd, trident, polearm, glaive': addSpear,
	'arrow, bolt, dart': addArrow,
	'hammer, warhammer, mallet, sledgehammer, mjolnir, maul': addHammer,
	'mace, club, flail, morningstar, cudgel': addMace,
	'shield, buckler, aegis': addShield,
	'bow, longbow, shortbow': addBow,
	'staff, wand, scepter, sceptre, stave': addStaff,
	'gun, pistol, rifle, blaster, revolver, shotgun, musket, crossbow, raygun, laser': addGun,
	'tree, sapling; oak, birch, maple, willow, forest, beech, elm': addBroadleaf,
	'fir tree: fir, spruce, conifer, pine tree, fir tree, spruce tree, evergreen, christmas tree, cedar, evergreen tree; pine':
		addConifer,
	'palm tree: palm, palm tree, coconut tree, coconut palm': addPalm,
	'dead tree, bare tree, withered tree, leafless tree, spooky tree, haunted tree, burnt tree': addDeadTree,
	'log: stump, tree stump, log, firewood': addLog,
	'bush, shrub, hedge, thicket': addBush,
	'mushroom, toadstool, fungus': addMushroom,
	'flower, rose, tulip, daisy, sunflower, lily, blossom, poppy, orchid': addFlower,
	'grass, weed, wheat, reed, fern': addGrass,
	'potted plant: plant, houseplant, potted plant, potted flower, sprout': addPottedPlant,
	'cactus, succulent': addCactus,
	'rock, boulder, pebble, meteor, asteroid, ore; stone, cliff': addRock,
	'gem, gemstone, jewel; diamond, ruby, emerald, sapphire, amethyst, topaz, jade': addGem,
	'crystals: crystal cluster, geode, quartz, crystal formation; crystal': addCrystals,
	'gravestone, tombstone, grave, headstone, tomb': addGravestone,
	'pillar, column, obelisk, pedestal, totem, monolith': addPillar,
	'house, cabin, cottage, hut, home, inn, tavern, shop, barn, shed, building, farmhouse, church, chapel, mill, school':
		addHouse,
	'tent, teepee, tipi, camp, pavilion': addTent,
	'windmill, lighthouse': addWindmill,
	'tower, turret, watchtower, keep': addTower,
	'castle, fortress, fort, citadel, palace, stronghold': addCastle,
	'wall, castle wall, rampart, battlement, barricade': addWall,
	'arch, archway, gate, gateway, portal': addArch,
	'bridge, drawbridge, dock, pier, jetty': addBridge,
	'fence, railing, palisade, picket fence': addFence,
	'door, trapdoor, doorway': addDoor,
	'well, wishing well, fountain': addWell,
	'sign, signpost, billboard, notice board, road sign, plaque': addSign,
	'ladder, stair, staircase, step': addLadder,
	'table, desk, workbench, counter, altar, anvil table': addTable,
	'chair, stool, throne, armchair, seat, bench, sofa, couch': addChair,
	'bed, bunk, cot, mattress': addBed,
	'bookshelf, bookcase, shelf, cabinet, wardrobe, cupboard, closet, dresser': addShelf,
	'torch, brazier': addTorch,
	'campfire, bonfire, fireplace, fire pit, firepit, camp fire; fire, flame': addCampfire,
	lantern: addLantern,
	'street lamp: lamp post, lamppost, street lamp, streetlamp, street light, streetlight, lantern post':
		addStreetLamp,
	'lamp, light, chandelier, candle, candlestick': addLamp,
	'coin, medal, token, doubloon, money': addCoin,
	star: addStar,
	heart: addHeart,
	'key, keycard': addKey,
	'crown, tiara, diadem': addCrown,
	'ring, amulet, necklace, pendant': addRing,
	skull: addSkull,
	'ghost, spirit, phantom, wraith, specter': addGhost,
	'slime, blob, jelly, ooze': addSlime,
	'cart, wagon, carriage, wheelbarrow, chariot, minecart, trolley': addCart,
	'car, truck, taxi, van, vehicle, jeep, bus, ambulance, automobile, pickup, sedan, limousine': addCar,
	'tank, cannon, turret gun, artillery, catapult': addTank,
	'boat, ship, rowboat, canoe, sailboat, sailing ship, galleon, raft, longship, yacht, pirate ship': addBoat,
	'spaceship, starship, starfighter, space ship, spacecraft, shuttle, fighter, airplane, plane, aircraft, jet':
		addSpaceship,
	'rocket, missile, space rocket': addRocket,
};

const bipeds: KindRows = {
	'person, man, woman, character, human, villager, hero, heroine, boy, girl, player, npc, farmer, merchant, king, queen, princess, prince, pirate, figure, humanoid, child, mannequin, peasant, blacksmith, doctor':
		addPerson,
	'knight, paladin, soldier, guard, warrior, gladiator, crusader, viking, barbarian, samurai': addKnight,
	'wizard, mage, witch, sorcerer, warlock, sorceress, druid, necromancer': addWizard,
	'hooded figure: archer, ranger, elf, ninja, thief, assassin, rogue, monk, hunter, cultist': addHoodedFigure,
	'zombie, undead, ghoul, mummy, vampire, frankenstein': addZombie,
	'skeleton, lich': addSkeleton,
	'goblin, orc, troll, ogre, demon, devil, imp, minotaur, dwarf, gnome, monster': addGoblin,
	'robot, android, mech, droid, cyborg, golem, automaton, mecha, drone': addRobot,
	'astronaut, cosmonaut, spaceman, diver': addAstronaut,
	snowman: addSnowman,
};

const quadrupeds: KindRows = {
	'dog, puppy, hound, wolf, fox, husky, corgi, werewolf, coyote': addDog,
	'cat, kitten, lion, tiger, panther, leopard, lynx, feline': addCat,
	'horse, pony, unicorn, donkey, stallion, mare, deer, stag, reindeer, elk, moose, pegasus, zebra, camel, giraffe':
		addHorse,
	'cow, bull, ox, pig, boar, sheep, goat, lamb, bear, cattle, ram, buffalo, hippo, rhino, elephant': addCow,
	'rabbit, bunny, hare, mouse, rat, hamster, squirrel': addRabbit,
	'dragon, wyvern, drake': addDragon,
};

const birds: KindRows = {
	'bird, chicken, hen, rooster, duck, crow, raven, eagle, owl, parrot, penguin, goose, turkey, chick':
		addBird,
};

/** The answer to words that mean no other kind. */
export const block: Kind = {
	name: 'block',
	words: ['block', 'placeholder'],
	weak: ['cube'],
	build: addBlock,
};

/** Every kind that words can call for. A new kind is a row above and the function that builds it. */
export const kinds: readonly Kind[] = [
	...kindsOf(things),
	...kindsOf(bipeds, 'biped'),
	...kindsOf(quadrupeds, 'quadruped'),
	...kindsOf(birds, 'avian'),
	...kindsOf({ 'fish, shark, dolphin, whale, salmon, trout': addFish }, 'aquatic'),
	...kindsOf({ 'spider, tarantula, scorpion, insect, bug, ant, beetle, crab': addSpider }, 'octopod'),
	block,
];
