import { hex, type Rgb } from '../colour';
import { pairs } from '../literals';

/** Colour words. Gold, silver and the like are substances and not here. */
export const colourWords: ReadonlyMap<string, Rgb> = new Map(
	pairs(`
		red=c23a32 crimson=a81f38 scarlet=d2322a maroon=6e2230 bloody=8c1c1c orange=e07f2c yellow=e8c63a
		green=4a9a42 lime=94cf3c olive=7c803a teal=23888a turquoise=3cc0b8 cyan=3cc0dc blue=3a68c2 navy=26345e
		azure=4a9ae0 purple=7c46aa violet=8a56c8 magenta=c23a9c pink=e88ab0 brown=7a5232 tan=c8a878 beige=dccaa6
		cream=efe6cc white=f0efec gray=8a8c90 grey=8a8c90 black=2c2c30
	`).map(([word, code]) => [word, hex(code)]),
);
