import { npmCommand } from '../npmCommand';
import { spawnTree } from '../processTree';
import { projectRoot } from '../projectPaths';
import type { Step, StepResult } from './step';

/** A script of package.json as one check: passed or failed. */
export function scriptStep(name: string, script: string): Step {
	return { name, run: (inPlace) => inPlace(() => runScript(script)) };
}

/** Runs a script of package.json with its output shown. */
export async function runScript(script: string): Promise<StepResult> {
	const { program, args } = npmCommand(['run', '--silent', script]);
	const tree = spawnTree(program, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
	const ok = (await tree.ended) === 0;
	return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
