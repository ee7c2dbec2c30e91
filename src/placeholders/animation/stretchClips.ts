import { rounded } from '../literals';
import type { PlaceholderModel } from '../placeholderModel';
import type { Clip, Track } from '../skeleton';

/** The model with clips that take so many seconds: as many rounds of each as come closest, a little faster or slower. */
export function stretchClips(model: PlaceholderModel, seconds: number): PlaceholderModel {
	return { ...model, clips: (model.clips ?? []).map((clip) => stretched(clip, seconds)) };
}

function stretched(clip: Clip, seconds: number): Clip {
	const rounds = Math.max(1, Math.round(seconds / clip.seconds));
	const pace = seconds / (rounds * clip.seconds);
	return {
		...clip,
		seconds,
		tracks: clip.tracks.map((track) => repeated(track, rounds, clip.seconds, pace)),
	};
}

/** A round ends as the next one begins, so that its last key is the next one's first. */
function repeated(track: Track, rounds: number, own: number, pace: number): Track {
	const keys = Array.from({ length: rounds }, (_, round) =>
		track.times.slice(round === 0 ? 0 : 1).map((time) => rounded((round * own + time) * pace, 1e5)),
	);
	const values = keys.flatMap((_, round) => track.values.slice(round === 0 ? 0 : 1));
	return { ...track, times: keys.flat(), values };
}
