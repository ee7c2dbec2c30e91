/** The environment variables that tell the demo driver what to make and where to say what came of it. */
export const promptVariable = 'PROPSMITH_DEMO_PROMPT';
export const resultVariable = 'PROPSMITH_DEMO_RESULT';

/** What came of the demo, as the driver in the extension host writes it. */
export interface DemoResult {
	state: string;
	/** Paths of the files that were made. */
	files: string[];
	credits?: number;
	error?: string;
}
