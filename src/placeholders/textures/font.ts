import { pairs } from '../literals';

/** Capitals and digits, 3 × 5 dots: one octal digit a row, top to bottom, its highest bit on the left. */
const rows: ReadonlyMap<string, string> = new Map(
	pairs(`
		a=25755 b=65656 c=34443 d=65556 e=74647 f=74644 g=34553 h=55755 i=72227 j=11152 k=55655 l=44447 m=57755
		n=65555 o=75557 p=65644 q=25563 r=65655 s=34216 t=72222 u=55557 v=55552 w=55775 x=55255 y=55222 z=71247
		0=75557 1=26227 2=61247 3=61216 4=55711 5=74616 6=34757 7=71222 8=75757 9=75716
		.=00002 !=22202 ?=61202 -=00700
	`),
);

/** Whether there is ink at a dot of a letter; letters that the font lacks have none. */
export function inkAt(letter: string, column: number, row: number): boolean {
	const bits = Number.parseInt(rows.get(letter)?.[row] ?? '0', 8);
	return ((bits >> (2 - column)) & 1) === 1;
}

/** Whether every sign of a text can be drawn; accents are dropped before. */
export function canWrite(text: string): boolean {
	return text.length > 0 && [...text].every((letter) => letter === ' ' || rows.has(letter));
}
