/** The URL without its query and fragment: a signed query is a credential. */
export function withoutQuery(url: string): string {
	const end = url.search(/[?#]/);
	return end < 0 ? url : url.slice(0, end);
}

/** Text that is safe to log, store and show: API keys are masked and URLs lose their queries. */
export function redact(text: string): string {
	return text
		.replace(/(tsk|msy|tcli)_[A-Za-z0-9_-]+/g, '$1_…')
		.replace(/\bBearer\s+[\w.~+/=-]{8,}/gi, 'Bearer …')
		.replace(/https?:\/\/[^\s"'<>]+/gi, (url) => withoutQuery(url));
}
