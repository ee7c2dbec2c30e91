import type { PlaceholderModel } from '../placeholderModel';
import type { Clip, Track } from '../skeleton';

/** The model with clips that take so many seconds: as many rounds of each as come closest, a little faster or slower. */
export function stretchClips(model: PlaceholderModel, seconds: number): PlaceholderModel {
	return { ...model, clips: (model.clips ?? []).map((clip) => lastingClip(clip, seconds)) };
}

function lastingClip({ name, seconds: own, tracks }: Clip, seconds: number): Clip {
	const rounds = Math.max(1, Math.round(seconds / own));
	const pace = seconds / (rounds * own);
	return { name, seconds, tracks: tracks.map((track) => repeated(track, rounds, own, pace)) };
}

/** A round ends as the next one begins, so that its last key is the next one's first. */
function repeated(track: Track, rounds: number, own: number, pace: number): Track {
	const all = Array.from({ length: rounds }, (_, round) => ({
		times: track.times.map((time) => Math.round((round * own + time) * pace * 1e5) / 1e5),
		values: track.values,
	})).map((keys, round) =>
		round === 0 ? keys : { times: keys.times.slice(1), values: keys.values.slice(1) },
	);
	return {
		...track,
		times: all.flatMap(({ times }) => times),
		values: all.flatMap(({ values }) => values),
	};
}
