import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { controlApi, controlPath } from './control/controlApi';
import { FaultBook } from './control/faultBook';
import { RequestRecorder } from './control/requestRecorder';
import { createContext, resetContext } from './createContext';
import { fileHost } from './fileHost';
import { targetOf } from './http/incoming';
import { type Listening, listen, plainListener } from './http/listen';
import { type Handler, jsonReply } from './http/message';
import { type HttpFrontend, listenerOf } from './httpFrontend';
import { meshyApi } from './meshy/meshyApi';
import { meshyErrorBody } from './meshy/meshyRefusal';
import { type SandboxOptions, type SandboxSettings, settingsFrom } from './options';
import { lockStateFolder, type SandboxAddress, unlockStateFolder } from './state/folderLock';
import { StateFile } from './state/stateFile';
import { isTripoPath, tripoApi } from './tripo/tripoApi';
import { tripoErrorBody } from './tripo/tripoRefusal';
import { uploadLimits } from './tripo/uploadRoutes';

/** A running sandbox. */
export interface Sandbox extends Omit<SandboxAddress, 'instance'> {
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
	const listeners = await openListeners(settings.port);
	try {
		const { self } = listeners;
		const { stateDir } = settings;
		const { instance, ...addresses } = stateDir === undefined ? self : await lockStateFolder(stateDir, self);
		if (instance !== self.instance) {
			await listeners.close();
			return { ...addresses, attached: true, close: () => Promise.resolve() };
		}
		const saved = await mount(listeners, settings);
		return {
			...addresses,
			attached: false,
			close: async () => {
				await listeners.close();
				await saved();
				if (stateDir !== undefined) await unlockStateFolder(stateDir, self);
			},
		};
	} catch (error) {
		await listeners.close();
		throw error;
	}
}

/** Two open ports that answer 503 until a service is mounted on them. */
interface Listeners {
	self: SandboxAddress;
	api: { listener: RequestListener };
	files: { listener: RequestListener };
	close(): Promise<void>;
}

async function openListeners(port: number): Promise<Listeners> {
	const instance = randomUUID();
	const api = { listener: notYet({ instance }) };
	const files = { listener: notYet({ instance }) };
	const apiPort = await listen(port, (request, response) => api.listener(request, response));
	let filesPort: Listening;
	try {
		filesPort = await listen(0, (request, response) => files.listener(request, response));
	} catch (error) {
		await apiPort.close();
		throw error;
	}
	return {
		self: {
			instance,
			tripo: `${apiPort.origin}/v3`,
			meshy: apiPort.origin,
			control: `${apiPort.origin}${controlPath}`,
			files: filesPort.origin,
		},
		api,
		files,
		close: async () => {
			await Promise.all([apiPort.close(), filesPort.close()]);
		},
	};
}

/** Puts the services behind the ports. Gives the function that waits until all state is on disk. */
async function mount(listeners: Listeners, settings: SandboxSettings): Promise<() => Promise<void>> {
	const { stateDir, log } = settings;
	const { self, files } = listeners;
	const stateFile = stateDir === undefined ? undefined : new StateFile(stateDir, log);
	const context = createContext(settings, self.files, await stateFile?.read(), stateFile);
	const faults = new FaultBook();
	const recorder = new RequestRecorder();
	const reset = async () => {
		faults.clear();
		recorder.forgetAll();
		await resetContext(context, settings);
	};
	const host = (own: Pick<HttpFrontend, 'origin' | 'service' | 'handler' | 'errorBody'>) =>
		listenerOf({
			...own,
			bodyLimit,
			faults,
			recorder,
			variants: context.http,
			now: () => context.clock.told(context.clock.wallMs()),
			revoke: (query) => context.signer.revoke(query),
			log,
		});
	const errorBody = tripoErrorBody;
	const tripo = host({ origin: 'api', service: 'tripo', handler: tripoApi(context), errorBody });
	const meshy = host({
		origin: 'api',
		service: 'meshy',
		handler: meshyApi(context),
		errorBody: meshyErrorBody,
	});
	const control = plainListener(controlApi({ context, faults, recorder, self, reset }), bodyLimit);
	files.listener = host({ origin: 'files', service: null, handler: fileHost(context), errorBody });
	listeners.api.listener = (request, response) => {
		const path = targetOf(request).pathname;
		if (path === controlPath || path.startsWith(`${controlPath}/`)) return control(request, response);
		return (isTripoPath(path) ? tripo : meshy)(request, response);
	};
	return context.saved;
}

/** Another sandbox that asks whether this one lives has to see that it does, even before anything is mounted. */
function notYet(self: { instance: string }): RequestListener {
	const handler: Handler = async ({ path }) =>
		path === controlPath ? jsonReply(200, self) : jsonReply(503, {});
	return plainListener(handler, 0);
}
