import type { Operation, OptionValue, RequestOptions } from '../../model/request';
import type { TaskClass } from '../tiers';
import type { Condition } from './condition';

/**
 * All that is known of a provider's operations without asking it: the one source of input forms, validation,
 * estimates and the table in the README. A new model, parameter or price is an edit of such a table.
 */
export interface Catalogue {
	/** ISO date on which the tables were last compared with what the service publishes. */
	readonly checked: string;
	readonly operations: Readonly<Partial<Record<Operation, OperationSpec>>>;
}

/** One operation of a service: what goes in, what comes out, and what it costs. */
export interface OperationSpec {
	/** For pickers, such as “Text to Model”. */
	readonly title: string;
	/** One line about what comes out of it. */
	readonly detail: string;
	readonly gives: 'model' | 'motion' | 'images' | 'findings';
	/** Extension of the model file that comes out; the first row that holds counts. Absent where that is not known. */
	readonly formats?: readonly { readonly extension: string; readonly when?: Condition }[];
	readonly inputs: InputSpec;
	/** Absent where the service chooses by itself. The first is what new users start from. */
	readonly models?: ModelTable;
	readonly parameters: readonly ParameterSpec[];
	readonly rules: readonly RequestRule[];
	/** The price is the sum of all rows that hold. */
	readonly prices: readonly PriceRow[];
	/** Seconds that it usually takes, where the model says nothing else. */
	readonly seconds: number;
	/** How the service counts its tasks, where the model says nothing else. */
	readonly taskClass: TaskClass;
}

/** What an operation takes. An input that is not named is refused. */
export interface InputSpec {
	/** Characters. */
	readonly prompt?: { readonly longest: number; readonly required: boolean };
	readonly images?: { readonly least: number; readonly most: number };
	/** The front is always one of them. */
	readonly views?: { readonly least: number };
	/** Extensions of the pictures that it takes, lower case; when absent, all that Propsmith does. */
	readonly pictureFiles?: readonly string[];
	readonly source?: {
		readonly required: boolean;
		/** Operations whose tasks it goes on from. */
		readonly from: readonly Operation[];
		/** How a task reaches the service: by its id or, with `picture`, as a file that holds the picture it made. */
		readonly as?: 'picture';
		/** Extensions of local model files that it takes instead, lower case; none when absent. */
		readonly files?: readonly string[];
		/** Of the source's facts: tasks made otherwise are refused, in these words. */
		readonly only?: { readonly when: Condition; readonly words: string };
	};
	/** Of these, just one (or with `least` 0 at most one) may be given. */
	readonly exclusive?: {
		readonly of: readonly ('prompt' | 'images' | 'views' | 'source')[];
		readonly least: 0 | 1;
	};
}

/** The service's own models for an operation. */
export interface ModelTable {
	/** The parameter that names the model. */
	readonly option: string;
	/** What is sent when the request names none. */
	readonly default: string;
	/** What is sent in its place for requests that only this model takes. */
	readonly only?: { readonly id: string; readonly when: Condition };
	readonly list: readonly ModelSpec[];
}

/** One of them. */
export interface ModelSpec {
	/** The parameter's value. */
	readonly id: string;
	/** Models of one family have the same price and take the same parameters. */
	readonly family: string;
	readonly label: string;
	readonly description: string;
	/** Seconds that it usually takes. */
	readonly seconds?: number;
	readonly taskClass?: TaskClass;
	/** Options that go with this model and with no other of another kind: sent with it, and enough to choose it. */
	readonly with?: RequestOptions;
	/** Still takes tasks, and is not offered to somebody who does not ask for it. */
	readonly legacy?: true;
}

/** One parameter of an operation: what forms ask, what is checked, and what is sent. */
export type ParameterSpec = {
	/** The provider's own name; with a dot, that of a field of an object. */
	readonly name: string;
	/** For forms. */
	readonly label: string;
	/** One line on what it does, where the label does not say it. */
	readonly description?: string;
	/** What the service takes when it is left out, where that is known. */
	readonly default?: OptionValue;
	/** What we send when it is left open, rather than leave it to the service; see `completed`. */
	readonly suggested?: OptionValue;
	/** The service refuses a request without it. */
	readonly required?: true;
	/** Families that take it: for others it is never sent, not even as false. All when absent. */
	readonly families?: readonly string[];
	/** When it has an effect. Forms offer it only then; sent otherwise, it is harmless. */
	readonly when?: Condition;
	/** Options that cannot stand beside it: a form that sets it drops them. */
	readonly replaces?: readonly string[];
	/** Forms ask for it without being asked for all options. */
	readonly common?: true;
	/**
	 * What it means, whatever the provider calls it: `formats` lists those that are wanted of a result, variants differ in
	 * their `seed`s, `faces` is what the user's limit of triangles goes to, and `motions` are numbers of the service's
	 * library, which can be asked for their names (`Provider.motions`).
	 */
	readonly role?: 'formats' | 'seed' | 'faces' | 'motions';
} & ParameterKind;

/** Which values a parameter takes. */
export type ParameterKind =
	| { readonly type: 'boolean' }
	/** `step`: only its multiples are taken. */
	| { readonly type: 'integer' | 'number'; readonly ranges: readonly Range[]; readonly step?: number }
	| {
			readonly type: 'enum';
			readonly values: readonly string[];
			readonly only?: readonly Choice[];
			/** Others may be typed by hand: the service may know more than this table. */
			readonly open?: true;
			/** A size in pixels may be typed as well, such as `1024x768`. The first whose condition holds counts. */
			readonly pixels?: readonly PixelLimits[];
	  }
	| { readonly type: 'text'; readonly longest: number }
	/** Of texts or whole numbers; `values` where they are known. */
	| {
			readonly type: 'list';
			readonly of: 'text' | 'integer';
			readonly least: number;
			readonly most: number;
			readonly values?: readonly string[];
			readonly only?: readonly Choice[];
	  }
	/** `{view, prompt}` for up to four views. */
	| { readonly type: 'viewPrompts'; readonly longest: number }
	/** The absolute path of one picture, or a list of several; they go up as files. */
	| { readonly type: 'picture' }
	| { readonly type: 'pictures'; readonly least: number; readonly most: number }
	/** The id of a job with a result of one of these operations, or of such a task. */
	| { readonly type: 'task'; readonly from: readonly Operation[] };

/** The first whose condition holds counts. Both ends are allowed. */
export interface Range {
	readonly min: number;
	readonly max: number;
	readonly when?: Condition;
}

/** What a size in pixels may be; bounds are allowed, and absent where nobody knows any. */
export interface PixelLimits {
	readonly when?: Condition;
	/** Of an edge. */
	readonly shortest: number;
	readonly longest: number;
	/** Edges are multiples of it. */
	readonly step?: number;
	/** Of the longer edge to the shorter one. */
	readonly ratio?: number;
	/** Pixels in all. */
	readonly least?: number;
	readonly most?: number;
}

/** Of the known values, those that the service takes under a condition. The first that holds counts; all when none does. */
export interface Choice {
	readonly values: readonly string[];
	readonly when: Condition;
}

/** When `when` holds, so must `needs`; otherwise the service refuses it, in our words. */
export interface RequestRule {
	/** Always when absent. */
	readonly when?: Condition;
	readonly needs: Condition;
	readonly words: string;
}

/** Credits for requests that meet its condition; the rows that hold add up. */
export interface PriceRow {
	/** Before any discount of the account. */
	readonly credits: number;
	/** Always when absent. */
	readonly when?: Condition;
	/** The option whose entries each cost that much. */
	readonly each?: string;
}
