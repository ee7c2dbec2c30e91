import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { controlApi, controlPath } from './control/control';
import { FaultBook } from './control/faultBook';
import type { Speak } from './control/faults';
import { Recorder } from './control/recorder';
import { fileHost } from './files/fileHost';
import { type Front, listenerOf } from './front';
import { type Listening, listen } from './http/listen';
import { jsonReply } from './http/message';
import { plainListener } from './http/plain';
import { targetOf } from './http/target';
import { meshyApi } from './meshy/api';
import { errorBody as meshyError } from './meshy/refusal';
import { type SandboxOptions, type SandboxSettings, settingsFrom } from './options';
import { buildWorld, resetWorld } from './state/buildWorld';
import { type Claim, claimFolder, releaseFolder } from './state/claim';
import { StateFile } from './state/stateFile';
import { isTripoPath, tripoApi } from './tripo/api';
import { errorBody } from './tripo/envelope';
import { uploadLimits } from './tripo/uploadRoutes';

/** A running sandbox. */
export interface Sandbox {
	/** Base URL of the simulated Tripo API, ending in `/v3`. */
	tripo: string;
	/** Base URL of the simulated Meshy API: the bare origin, without `/openapi`. */
	meshy: string;
	/** Base URL of the control API, ending in `/__sandbox`. */
	control: string;
	/** Origin of the file host, another one than the API's. */
	files: string;
	/**
	 * The state folder already belongs to a sandbox that runs elsewhere, and these are its addresses. It ends
	 * when its owner ends it; whoever finds it gone may start one again and gets its state.
	 */
	attached: boolean;
	/** Stops serving, open connections included. Does nothing to a sandbox that is only attached to. */
	close(): Promise<void>;
}

/** Bytes of the longest request body: the largest model, and what multipart adds. */
const bodyLimit = uploadLimits.model + 1024 * 1024;

/** Starts a sandbox on the loopback interface; rejects when an option is wrong or the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const settings = settingsFrom(options);
	const doors = await openDoors(settings.port);
	try {
		const { self } = doors;
		const owner = settings.stateDir === undefined ? self : await claimFolder(settings.stateDir, self);
		const attached = owner.instance !== self.instance;
		if (attached) {
			await doors.close();
			return { ...addresses(owner), attached, close: () => Promise.resolve() };
		}
		const saved = await furnish(doors, settings);
		return {
			...addresses(self),
			attached,
			close: async () => {
				await doors.close();
				await saved();
				if (settings.stateDir !== undefined) {
					await releaseFolder(settings.stateDir, self);
				}
			},
		};
	} catch (error) {
		await doors.close();
		throw error;
	}
}

/** Two open ports that say "not yet" until their listeners are set. */
interface Doors {
	self: Claim;
	api: { listener: RequestListener };
	files: { listener: RequestListener };
	close(): Promise<void>;
}

async function openDoors(port: number): Promise<Doors> {
	const instance = randomUUID();
	const api = { listener: notYet({ instance }) };
	const files = { listener: notYet({ instance }) };
	const apiDoor = await listen(port, (request, response) => api.listener(request, response));
	let filesDoor: Listening;
	try {
		filesDoor = await listen(0, (request, response) => files.listener(request, response));
	} catch (error) {
		await apiDoor.close();
		throw error;
	}
	return {
		self: {
			instance,
			tripo: `${apiDoor.origin}/v3`,
			meshy: apiDoor.origin,
			control: `${apiDoor.origin}${controlPath}`,
			files: filesDoor.origin,
		},
		api,
		files,
		close: async () => {
			await Promise.all([apiDoor.close(), filesDoor.close()]);
		},
	};
}

/** Puts the service behind the doors; gives the function that waits until all state is on disk. */
async function furnish(doors: Doors, settings: SandboxSettings): Promise<() => Promise<void>> {
	const stateFile =
		settings.stateDir === undefined ? undefined : new StateFile(settings.stateDir, settings.log);
	const world = buildWorld(settings, doors.self.files, await stateFile?.read(), stateFile);
	const faults = new FaultBook();
	const recorder = new Recorder();
	const front: Omit<Front, 'origin' | 'handler' | 'speak'> = {
		bodyLimit,
		faults,
		recorder,
		variants: world.http,
		now: () => world.clock.told(world.clock.wallMs()),
		revoke: (query) => world.signer.revoke(query),
		log: settings.log,
	};
	const reset = async () => {
		faults.clear();
		recorder.forgetAll();
		await resetWorld(world, settings);
	};
	const tripo = listenerOf({
		...front,
		origin: 'api',
		service: 'tripo',
		handler: tripoApi(world),
		speak: tripoError,
	});
	const meshy = listenerOf({
		...front,
		origin: 'api',
		service: 'meshy',
		handler: meshyApi(world),
		speak: meshyError,
	});
	const control = plainListener(controlApi({ world, faults, recorder, self: doors.self, reset }), bodyLimit);
	doors.files.listener = listenerOf({
		...front,
		origin: 'files',
		handler: fileHost(world),
		speak: tripoError,
	});
	doors.api.listener = (request, response) => {
		const path = targetOf(request).pathname;
		if (path === controlPath || path.startsWith(`${controlPath}/`)) {
			return control(request, response);
		}
		return (isTripoPath(path) ? tripo : meshy)(request, response);
	};
	return world.saved;
}

/** A scripted error in Tripo's envelope. */
function tripoError({ code = 1000, message }: Parameters<Speak>[0]): object {
	return errorBody(code, message, 'None.', randomUUID());
}

/** Another sandbox that asks whether this one lives has to see that it does, even before it is furnished. */
function notYet(self: { instance: string }): RequestListener {
	return plainListener(
		async ({ path }) => jsonReply(path === controlPath ? 200 : 503, path === controlPath ? self : {}),
		0,
	);
}

function addresses({
	tripo,
	meshy,
	control,
	files,
}: Claim): Pick<Sandbox, 'tripo' | 'meshy' | 'control' | 'files'> {
	return { tripo, meshy, control, files };
}
