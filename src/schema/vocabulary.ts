/**
 * The words that fields are declared with. Each alias says once how a value is written (`@json`), shows one
 * (`@example`), and says what a change to it means (`@meaning`, see `meanings.ts`). A field of type `string` or
 * `number` would say none of this, so the generator refuses it.
 *
 * `@code` names the rule that a malformed value breaks, where that is not the general STR-002.
 */

// --- Names and identity ---------------------------------------------------------------------------------------

/**
 * Version of the language. It changes only when a file that was valid would no longer be.
 * @json {"type": "string", "const": "waymark/v1"}
 * @code STR-004
 * @example waymark/v1
 * @meaning identity
 */
export type ApiVersion = 'waymark/v1';

/**
 * A short name for machines: lower-case letters, digits and hyphens. It never changes and is never reused.
 * @json {"type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"}
 * @code STR-001
 * @example motor-claim
 * @meaning identity
 */
export type Id = string;

/**
 * A name that machines exchange: an event, an attribute, a key. Letters, digits, `.`, `_` and `-`.
 * @json {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9._-]{0,127}$"}
 * @example claim-decided
 * @meaning interface
 */
export type Name = string;

/**
 * Version of this document's content, as text: major.minor.patch.
 * @json {"type": "string", "pattern": "^(?:0|[1-9][0-9]{0,8})\\.(?:0|[1-9][0-9]{0,8})\\.(?:0|[1-9][0-9]{0,8})$"}
 * @code STR-005
 * @example 2.3.0
 * @meaning version
 */
export type Version = string;

/**
 * A reference to something else of the workspace, by its id. The field fixes the kind.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example claims-ops
 * @meaning reference
 */
export type Ref<_Target extends string> = string;

/**
 * A reference that may pin a range of versions: `motor-claim@^2.3`.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example motor-claim@^2.3
 * @meaning reference
 */
export type PinnedRef<_Target extends string> = string;

/**
 * A role in a team: the id of the team, `#`, and the id of the role.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example claims-ops#lead
 * @meaning reference
 */
export type RoleRef = string;

/**
 * Who acts: the id of a team, a role in one as `team#role`, or the word `customer` or `partner`.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example claims-ops
 * @meaning reference
 */
export type ActorRef = string;

/**
 * A document with the version that is meant, and a place in it if needed: `motor-claim@2.3.0#classify`.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example motor-claim@2.3.0
 * @meaning reference
 */
export type SubjectRef = string;

// --- Text ---------------------------------------------------------------------------------------------------

/**
 * One line that people read as a name.
 * @json {"type": "string", "minLength": 1, "maxLength": 120}
 * @example Motor claim from first notice to payment
 * @meaning prose
 */
export type Title = string;

/**
 * Plain sentences for people. Markdown is allowed; nothing computes with it.
 * @json {"type": "string", "minLength": 1, "maxLength": 10000}
 * @example Called when the customer has no photo.
 * @meaning prose
 */
export type Prose = string;

/**
 * A condition in the author's words. People read it when they decide which way a case goes.
 * @json {"type": "string", "minLength": 1, "maxLength": 2000}
 * @example damage needs inspection
 * @meaning condition
 */
export type ConditionText = string;

/**
 * An obligation in words: what somebody has to do, or what has to be there.
 * @json {"type": "string", "minLength": 1, "maxLength": 2000}
 * @example reasons in writing
 * @meaning obligation
 */
export type Obligation = string;

/**
 * A word from the company's own list.
 * @json {"type": "string", "minLength": 1, "maxLength": 120}
 * @example field-service
 * @meaning value
 */
export type Word = string;

/**
 * An address on the web or in another system. Addresses that run something are refused: pages show them to be clicked on.
 * @json {"type": "string", "minLength": 1, "maxLength": 2000, "pattern": "^(?!(?:javascript|vbscript|data):)[a-z][a-z0-9+.-]*:[^\\s<>\"]+$"}
 * @example https://wiki.example/claims
 * @meaning prose
 */
export type Link = string;

/**
 * A full address such as `https://wiki.example/claims`, or the path of a file from the folder of this one, with a place in it if needed: `../notes.md#delays`.
 * @json {"type": "string", "minLength": 1, "maxLength": 2000, "pattern": "^(?!(?:javascript|vbscript|data):)(?:[a-z][a-z0-9+.-]*:[^\\s<>\"]+|[A-Za-z0-9._-][A-Za-z0-9._/ -]*(?:#[^\\s<>\"]*)?)$"}
 * @example https://wiki.example/claims
 * @meaning prose
 */
export type LinkOrPath = string;

/**
 * A file of the workspace, relative to its root, with `/` between folders.
 * @json {"type": "string", "minLength": 1, "maxLength": 500, "pattern": "^[^/\\\\:*?\"<>|\\x00-\\x1f][^\\\\:*?\"<>|\\x00-\\x1f]*$"}
 * @example texts/appeal.de.md
 * @meaning value
 */
export type FilePath = string;

/**
 * Files, as a pattern in which `*` stands for a name's part and `**` for any folders.
 * @json {"type": "string", "minLength": 1, "maxLength": 200}
 * @example drafts/**
 * @meaning value
 */
export type Glob = string;

/**
 * SHA-256 of a file's bytes, as `sha256sum` prints it.
 * @json {"type": "string", "pattern": "^[0-9a-f]{64}$"}
 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
 * @meaning obligation
 */
export type Sha256 = string;

/**
 * Two letters for a country or a group of countries, as ISO 3166 has them, or a region of one.
 * @json {"type": "string", "pattern": "^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$"}
 * @example AT
 * @meaning coverage
 */
export type Region = string;

/**
 * A language as BCP 47 has it.
 * @json {"type": "string", "pattern": "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"}
 * @example de-AT
 * @meaning coverage
 */
export type Language = string;

/**
 * A time zone of the IANA database.
 * @json {"type": "string", "pattern": "^(?:UTC|[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2})$"}
 * @code STR-006
 * @example Europe/Berlin
 * @meaning calendar
 */
export type TimeZone = string;

/**
 * Three letters of ISO 4217.
 * @json {"type": "string", "pattern": "^[A-Z]{3}$"}
 * @code STR-006
 * @example EUR
 * @meaning value
 */
export type Currency = string;

// --- Time ---------------------------------------------------------------------------------------------------

/**
 * A day: year, month, day.
 * @json {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
 * @code STR-006
 * @example 2026-09-01
 * @meaning date
 */
export type Day = string;

/**
 * An instant with its time zone offset.
 * @json {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$"}
 * @code STR-006
 * @example 2026-06-29T08:10:00Z
 * @meaning date
 */
export type Instant = string;

/**
 * A day, or an instant when the time of day matters.
 * @json {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"}
 * @code STR-006
 * @example 2026-09-01
 * @meaning date
 */
export type DayOrInstant = string;

/**
 * A period of reporting: a year `2026`, half of one `2026-H1`, a quarter `2026-Q2`, a month `2026-06`, a week `2026-W23`, a day `2026-06-03`, or from one to another: `2025-11/2026-01`.
 * @json {"type": "string", "pattern": "^[0-9]{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-[0-9]{2})?|W[0-5][0-9]))?(?:/[0-9]{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-[0-9]{2})?|W[0-5][0-9]))?)?$"}
 * @code STR-006
 * @example 2026-Q2
 * @meaning observation
 */
export type Period = string;

/**
 * A length of time: `30m`, `4h`, `2d`, or as ISO 8601 has it, `P3M`. On a business calendar `1d` is its `dayLength`.
 * @json {"type": "string", "pattern": "^(?:P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example 4h
 * @meaning value
 */
export type Duration = string;

/**
 * A promised length of time: shorter is stricter for the one who promises.
 * @json {"type": "string", "pattern": "^(?:P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example 10d
 * @meaning promise-lower
 */
export type PromisedDuration = string;

/**
 * How often something is looked at again: a longer cycle looks away for longer.
 * @json {"type": "string", "pattern": "^(?:P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example P3M
 * @meaning promise-lower
 */
export type Cycle = string;

/**
 * How long data are kept: longer weighs on the person they are about.
 * @json {"type": "string", "pattern": "^(?:P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example P3Y
 * @meaning privacy
 */
export type RetentionPeriod = string;

/**
 * An observed length of time, one value or a range: `15-30m`, `7d+`, `<4h`.
 * @json {"type": "string", "pattern": "^<?[0-9PYMWDTHSwdhms]{1,30}(?:-[0-9PYMWDTHSwdhms]{2,30}|[+])?$"}
 * @code STR-006
 * @example 15-30m
 * @meaning observation
 */
export type ObservedDuration = string;

/**
 * An observed amount, one value or a range: `8-12%`, `3`, `<5`, `2-5d`, `~25`.
 * @json {"type": ["string", "number"], "maxLength": 60, "pattern": "^[<>~]? ?[0-9][0-9.,]*(?:%|[a-z]{1,3})?(?:-[0-9][0-9.,]*)?(?:%|[a-z]{1,3})?[+]?$"}
 * @code STR-006
 * @example 8-12%
 * @meaning observation
 */
export type Observed = string | number;

/**
 * Opening hours of one day in local time, from inclusive, to exclusive. They may cross midnight.
 * @json {"type": "string", "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"}
 * @code STR-006
 * @example "08:00-18:00"
 * @meaning calendar
 */
export type TimeWindow = string;

/**
 * When something is due within a promise: a length of time, or a share of the target such as `70%`.
 * @json {"type": "string", "pattern": "^(?:[0-9]{1,4}%|P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example 70%
 * @meaning promise-lower
 */
export type DurationOrPercent = string;

// --- Numbers ------------------------------------------------------------------------------------------------

/**
 * How many of a hundred cases keep the promise. Above 0, at most 100.
 * @json {"type": "number", "exclusiveMinimum": 0, "maximum": 100}
 * @code STR-006
 * @example 98
 * @meaning promise-higher
 */
export type Percent = number;

/**
 * A part of the whole, from 0 to 1.
 * @json {"type": "number", "minimum": 0, "maximum": 1}
 * @code STR-006
 * @example 0.7
 * @meaning value
 */
export type Share = number;

/**
 * A number.
 * @json {"type": "number"}
 * @example 0.75
 * @meaning value
 */
export type Amount = number;

/**
 * An amount of money in the currency that stands beside it or in the Workspace.
 * @json {"type": "number"}
 * @example 12.5
 * @meaning observation
 */
export type Money = number;

/**
 * A whole number, zero or more.
 * @json {"type": "integer", "minimum": 0, "maximum": 1000000000}
 * @code STR-006
 * @example 3
 * @meaning value
 */
export type Count = number;

/**
 * How many there were. An observation, not a promise.
 * @json {"type": "integer", "minimum": 0, "maximum": 1000000000000}
 * @code STR-006
 * @example 18200
 * @meaning observation
 */
export type ObservedCount = number;

/**
 * How often a way is taken at most in one case.
 * @json {"type": "integer", "minimum": 1, "maximum": 1000}
 * @code STR-006
 * @example 1
 * @meaning bound
 */
export type Bound = number;

/**
 * A limit that the company sets itself: raising it allows more.
 * @json {"type": "number", "minimum": 0, "maximum": 1000000000}
 * @code STR-006
 * @example 40
 * @meaning limit-higher-is-looser
 */
export type Limit = number;

/**
 * A minimum that the company sets itself: lowering it allows more.
 * @json {"type": "number", "minimum": 0, "maximum": 1000000000}
 * @code STR-006
 * @example 0.8
 * @meaning limit-lower-is-looser
 */
export type Minimum = number;

/**
 * A whole number from 1 to 4; 1 weighs most.
 * @json {"type": "integer", "minimum": 1, "maximum": 4}
 * @code STR-006
 * @example 2
 * @meaning value
 */
export type OneToFour = 1 | 2 | 3 | 4;

/**
 * How the customer feels, from -2 (bad) over 0 to 2 (good).
 * @json {"type": "number", "minimum": -2, "maximum": 2}
 * @code STR-006
 * @example -1
 * @meaning observation
 */
export type FeelingScore = number;

/**
 * How hard it is for the customer, from 1 (no effort) to 7.
 * @json {"type": "number", "minimum": 1, "maximum": 7}
 * @code STR-006
 * @example 4
 * @meaning observation
 */
export type EffortScore = number;

/**
 * A rank: 0 is the lowest.
 * @json {"type": "integer", "minimum": 0, "maximum": 100}
 * @code STR-006
 * @example 2
 * @meaning value
 */
export type Rank = number;

/**
 * Yes or no.
 * @json {"type": "boolean"}
 * @example true
 * @meaning value
 */
export type Flag = boolean;

/**
 * A word, a number, or yes or no: what a criterion compares with.
 * @json {"type": ["string", "number", "boolean"]}
 * @example gold
 * @meaning condition
 */
export type Scalar = string | number | boolean;

/**
 * Any value that the language allows at the place it is meant for.
 * @json {}
 * @example texts/appeal.at.md
 * @meaning value
 */
export type AnyValue = unknown;

// --- Shapes ---------------------------------------------------------------------------------------------------

/** A list whose entries have an `id`; they are matched by it, whatever their order. */
export type Keyed<Entry> = readonly Entry[];

/** One value, or a list of them. */
export type OneOrMany<Value> = Value | readonly Value[];

/** One value, or two of them: at the beginning and at the end. */
export type OneOrTwo<Value> = Value | readonly Value[];

/** Named entries: the name is the key. */
export type MapOf<Value> = { readonly [name: string]: Value };

/** One of a few words. `Meaning` says what a change to it means (see `meanings.ts`). */
export type OneOf<Words extends string, _Meaning extends string = 'value'> = Words;
