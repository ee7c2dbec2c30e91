import { type Kind, kind } from '../kind';
import { addRocket, addSpaceship } from './aircraft';
import { addHammer, addMace, addShield } from './arms';
import { addArrow, addAxe, addDagger, addSpear, addSword } from './blades';
import { addBlock } from './block';
import { addBoat } from './boat';
import { addBridge } from './bridge';
import { addTent, addWindmill } from './camps';
import { addCar } from './cars';
import { addCart } from './carts';
import { addArch, addCastle, addTower, addWall } from './castles';
import { addBarrel, addBucket, addChest, addCrate, addSack } from './containers';
import { addBird, addFish, addSpider } from './creatures';
import { addDragon } from './dragon';
import { addHoodedFigure, addKnight } from './fighters';
import { addBed, addChair, addTable } from './furniture';
import { addHouse } from './houses';
import { addCampfire, addLamp, addLantern, addStreetLamp, addTorch } from './lights';
import { addCow, addHorse } from './livestock';
import { addGoblin, addSlime, addSnowman } from './monsters';
import { addPerson, addWizard } from './people';
import { addCat, addDog, addRabbit } from './pets';
import { addBush, addCactus, addFlower, addGrass, addMushroom, addPottedPlant } from './plants';
import { addBow, addGun, addStaff } from './ranged';
import { addAstronaut, addRobot } from './robots';
import { addBook, addShelf } from './shelves';
import { addCrystals, addGem, addGravestone, addPillar, addRock } from './stones';
import { addDoor, addFence, addLadder, addSign, addWell } from './structures';
import { addTank } from './tanks';
import { addCoin, addCrown, addHeart, addKey, addRing, addSkull, addStar } from './treasure';
import { addBroadleaf, addConifer, addDeadTree, addLog, addPalm } from './trees';
import { addGhost, addSkeleton, addZombie } from './undead';
import { addBottle, addCup, addPot } from './vessels';

/** The answer to words that mean no other kind. */
export const block: Kind = kind('block', addBlock, 'block, placeholder', { weak: 'cube' });

const biped = { body: 'biped' } as const;
const quadruped = { body: 'quadruped' } as const;

/** Every kind that words can call for. A new kind is a row here and the function that builds it. */
export const kinds: readonly Kind[] = [
	kind('barrel', addBarrel, 'barrel, keg, cask, hogshead, drum'),
	kind('crate', addCrate, 'crate, box, container, package, parcel'),
	kind('chest', addChest, 'chest, treasure chest, coffer, trunk, treasure, loot'),
	kind('pot', addPot, 'pot, vase, urn, jar, amphora, jug, pitcher, cauldron, kettle'),
	kind('bottle', addBottle, 'potion, bottle, flask, vial, elixir, poison, medicine, perfume'),
	kind('bucket', addBucket, 'bucket, pail, tub'),
	kind('sack', addSack, 'sack, bag, pouch, backpack'),
	kind('goblet', addCup, 'goblet, cup, chalice, mug, tankard, grail, trophy'),
	kind('book', addBook, 'book, tome, spellbook, grimoire, diary'),
	kind(
		'sword',
		addSword,
		'sword, longsword, blade, greatsword, claymore, excalibur, katana, sabre, saber, rapier, broadsword',
	),
	kind('dagger', addDagger, 'dagger, knife, shortsword, dirk, stiletto, machete'),
	kind('axe', addAxe, 'axe, ax, hatchet, tomahawk, battleaxe'),
	kind('spear', addSpear, 'spear, lance, pike, javelin, halberd, trident, polearm, glaive'),
	kind('arrow', addArrow, 'arrow, bolt, dart'),
	kind('hammer', addHammer, 'hammer, warhammer, mallet, sledgehammer, mjolnir, maul'),
	kind('mace', addMace, 'mace, club, flail, morningstar, cudgel'),
	kind('shield', addShield, 'shield, buckler, aegis'),
	kind('bow', addBow, 'bow, longbow, shortbow'),
	kind('staff', addStaff, 'staff, wand, scepter, sceptre, stave'),
	kind('gun', addGun, 'gun, pistol, rifle, blaster, revolver, shotgun, musket, crossbow, raygun, laser'),
	kind('tree', addBroadleaf, 'tree, sapling', { weak: 'oak, birch, maple, willow, forest, beech, elm' }),
	kind(
		'fir tree',
		addConifer,
		'fir, spruce, conifer, pine tree, fir tree, spruce tree, evergreen, christmas tree, cedar, evergreen tree',
		{ weak: 'pine' },
	),
	kind('palm tree', addPalm, 'palm, palm tree, coconut tree, coconut palm'),
	kind(
		'dead tree',
		addDeadTree,
		'dead tree, bare tree, withered tree, leafless tree, spooky tree, haunted tree, burnt tree',
	),
	kind('log', addLog, 'stump, tree stump, log, firewood'),
	kind('bush', addBush, 'bush, shrub, hedge, thicket'),
	kind('mushroom', addMushroom, 'mushroom, toadstool, fungus'),
	kind('flower', addFlower, 'flower, rose, tulip, daisy, sunflower, lily, blossom, poppy, orchid'),
	kind('grass', addGrass, 'grass, weed, wheat, reed, fern'),
	kind('potted plant', addPottedPlant, 'plant, houseplant, potted plant, potted flower, sprout'),
	kind('cactus', addCactus, 'cactus, succulent'),
	kind('rock', addRock, 'rock, boulder, pebble, meteor, asteroid, ore', { weak: 'stone, cliff' }),
	kind('gem', addGem, 'gem, gemstone, jewel', {
		weak: 'diamond, ruby, emerald, sapphire, amethyst, topaz, jade',
	}),
	kind('crystals', addCrystals, 'crystal cluster, geode, quartz, crystal formation', { weak: 'crystal' }),
	kind('gravestone', addGravestone, 'gravestone, tombstone, grave, headstone, tomb'),
	kind('pillar', addPillar, 'pillar, column, obelisk, pedestal, totem, monolith'),
	kind(
		'house',
		addHouse,
		'house, cabin, cottage, hut, home, inn, tavern, shop, barn, shed, building, farmhouse, church, chapel, mill, school',
	),
	kind('tent', addTent, 'tent, teepee, tipi, camp, pavilion'),
	kind('windmill', addWindmill, 'windmill, lighthouse'),
	kind('tower', addTower, 'tower, turret, watchtower, keep'),
	kind('castle', addCastle, 'castle, fortress, fort, citadel, palace, stronghold'),
	kind('wall', addWall, 'wall, castle wall, rampart, battlement, barricade'),
	kind('arch', addArch, 'arch, archway, gate, gateway, portal'),
	kind('bridge', addBridge, 'bridge, drawbridge, dock, pier, jetty'),
	kind('fence', addFence, 'fence, railing, palisade, picket fence'),
	kind('door', addDoor, 'door, trapdoor, doorway'),
	kind('well', addWell, 'well, wishing well, fountain'),
	kind('sign', addSign, 'sign, signpost, billboard, notice board, road sign, plaque'),
	kind('ladder', addLadder, 'ladder, stair, staircase, step'),
	kind('table', addTable, 'table, desk, workbench, counter, altar, anvil table'),
	kind('chair', addChair, 'chair, stool, throne, armchair, seat, bench, sofa, couch'),
	kind('bed', addBed, 'bed, bunk, cot, mattress'),
	kind('bookshelf', addShelf, 'bookshelf, bookcase, shelf, cabinet, wardrobe, cupboard, closet, dresser'),
	kind('torch', addTorch, 'torch, brazier'),
	kind('campfire', addCampfire, 'campfire, bonfire, fireplace, fire pit, firepit, camp fire', {
		weak: 'fire, flame',
	}),
	kind('lantern', addLantern, 'lantern'),
	kind(
		'street lamp',
		addStreetLamp,
		'lamp post, lamppost, street lamp, streetlamp, street light, streetlight, lantern post',
	),
	kind('lamp', addLamp, 'lamp, light, chandelier, candle, candlestick'),
	kind('coin', addCoin, 'coin, medal, token, doubloon, money'),
	kind('star', addStar, 'star'),
	kind('heart', addHeart, 'heart'),
	kind('key', addKey, 'key, keycard'),
	kind('crown', addCrown, 'crown, tiara, diadem'),
	kind('ring', addRing, 'ring, amulet, necklace, pendant'),
	kind('skull', addSkull, 'skull'),
	kind(
		'person',
		addPerson,
		'person, man, woman, character, human, villager, hero, heroine, boy, girl, player, npc, farmer, merchant, king, queen, princess, prince, pirate, figure, humanoid, child, mannequin, peasant, blacksmith, doctor',
		biped,
	),
	kind(
		'knight',
		addKnight,
		'knight, paladin, soldier, guard, warrior, gladiator, crusader, viking, barbarian, samurai',
		biped,
	),
	kind('wizard', addWizard, 'wizard, mage, witch, sorcerer, warlock, sorceress, druid, necromancer', biped),
	kind(
		'hooded figure',
		addHoodedFigure,
		'archer, ranger, elf, ninja, thief, assassin, rogue, monk, hunter, cultist',
		biped,
	),
	kind('zombie', addZombie, 'zombie, undead, ghoul, mummy, vampire, frankenstein', biped),
	kind('skeleton', addSkeleton, 'skeleton, lich', biped),
	kind(
		'goblin',
		addGoblin,
		'goblin, orc, troll, ogre, demon, devil, imp, minotaur, dwarf, gnome, monster',
		biped,
	),
	kind('ghost', addGhost, 'ghost, spirit, phantom, wraith, specter'),
	kind('robot', addRobot, 'robot, android, mech, droid, cyborg, golem, automaton, mecha, drone', biped),
	kind('astronaut', addAstronaut, 'astronaut, cosmonaut, spaceman, diver', biped),
	kind('snowman', addSnowman, 'snowman', biped),
	kind('slime', addSlime, 'slime, blob, jelly, ooze'),
	kind('dog', addDog, 'dog, puppy, hound, wolf, fox, husky, corgi, werewolf, coyote', quadruped),
	kind('cat', addCat, 'cat, kitten, lion, tiger, panther, leopard, lynx, feline', quadruped),
	kind(
		'horse',
		addHorse,
		'horse, pony, unicorn, donkey, stallion, mare, deer, stag, reindeer, elk, moose, pegasus, zebra, camel, giraffe',
		quadruped,
	),
	kind(
		'cow',
		addCow,
		'cow, bull, ox, pig, boar, sheep, goat, lamb, bear, cattle, ram, buffalo, hippo, rhino, elephant',
		quadruped,
	),
	kind('rabbit', addRabbit, 'rabbit, bunny, hare, mouse, rat, hamster, squirrel', quadruped),
	kind(
		'bird',
		addBird,
		'bird, chicken, hen, rooster, duck, crow, raven, eagle, owl, parrot, penguin, goose, turkey, chick',
		{ body: 'avian' },
	),
	kind('fish', addFish, 'fish, shark, dolphin, whale, salmon, trout', { body: 'aquatic' }),
	kind('spider', addSpider, 'spider, tarantula, scorpion, insect, bug, ant, beetle, crab', {
		body: 'octopod',
	}),
	kind('dragon', addDragon, 'dragon, wyvern, drake', quadruped),
	kind('cart', addCart, 'cart, wagon, carriage, wheelbarrow, chariot, minecart, trolley'),
	kind(
		'car',
		addCar,
		'car, truck, taxi, van, vehicle, jeep, bus, ambulance, automobile, pickup, sedan, limousine',
	),
	kind('tank', addTank, 'tank, cannon, turret gun, artillery, catapult'),
	kind(
		'boat',
		addBoat,
		'boat, ship, rowboat, canoe, sailboat, sailing ship, galleon, raft, longship, yacht, pirate ship',
	),
	kind(
		'spaceship',
		addSpaceship,
		'spaceship, starship, starfighter, space ship, spacecraft, shuttle, fighter, airplane, plane, aircraft, jet',
	),
	kind('rocket', addRocket, 'rocket, missile, space rocket'),
	block,
];
