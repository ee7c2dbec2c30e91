import { encodings, fileAuthorizations, type HttpVariants } from '../http/variants';
import { Fields } from './fields';

/** `{fileAuthorization?, encoding?, headerNames?}`, as `HttpVariants` describes them. */
export function changeHttpVariants(variants: HttpVariants, value: unknown): void {
	const fields = new Fields(value, 'http');
	const changed: HttpVariants = {
		fileAuthorization: fields.choice('fileAuthorization', fileAuthorizations) ?? variants.fileAuthorization,
		encoding: fields.choice('encoding', encodings) ?? variants.encoding,
		headerNames: fields.choice('headerNames', ['usual', 'lower', 'upper']) ?? variants.headerNames,
	};
	fields.end();
	Object.assign(variants, changed);
}
