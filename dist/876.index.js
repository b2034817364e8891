"use strict";
exports.id = 876;
exports.ids = [876];
exports.modules = {

/***/ 4572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ normaliseUrl)
/* harmony export */ });
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);

/**
 * The base URL in the one form used everywhere: without trailing slashes, which would turn every request into a
 * redirect (protocol §20 T1). Code `invalid-input` if it is not an http(s) URL.
 */
function normaliseUrl(url) {
    const refuse = (found) => new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('invalid-input', `url should be like http://gobbler.example.org:8080, but ${found}`, {
        input: 'url',
        hint: 'Give the address of the service with its scheme, and with its path prefix if it has one.',
    });
    // There may be a secret in what is no address.
    const shown = /[@?]/.test(url) ? 'it' : JSON.stringify(url);
    if (!/^https?:\/\//i.test(url))
        throw refuse(`${shown} has no http:// or https:// in front`);
    let parsed;
    try {
        parsed = new URL(url);
    }
    catch {
        throw refuse(`${shown} cannot be read as a URL`);
    }
    if (parsed.username !== '' || parsed.password !== '')
        throw refuse('it has a user name or password in it');
    if (parsed.search !== '' || parsed.hash !== '')
        throw refuse(`${shown} has a query or fragment`);
    return `${parsed.origin}${parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '')}`;
}


/***/ }),

/***/ 364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ emptyFindings),
/* harmony export */   Yb: () => (/* binding */ refuseIfAny),
/* harmony export */   eZ: () => (/* binding */ refuseIfChanged),
/* harmony export */   gH: () => (/* binding */ UploadRefused),
/* harmony export */   vM: () => (/* binding */ contradictions)
/* harmony export */ });
/* unused harmony export KINDS */
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);

const source = (title, hint, input = 'directory') => ({
    code: 'invalid-source',
    input,
    title,
    hint,
});
/** The kinds of findings, with what people see of each. */
const KINDS = {
    'missing-directory': source('Directory not found', 'Check the path. A relative one starts from the workspace; in a shell, from the current directory.'),
    unreadable: source('Not readable', 'Give this user the right to read it, or move it out of the directory.'),
    'no-files': source('No files found', 'Check directory, files and include-hidden-files; was the step that makes the files run?'),
    'overlapping-directory': source('Overlaps with staging', 'Give a directory outside of the staging directory.'),
    'special-file': source('Neither file nor directory', 'Only regular files, directories and links can be published: remove it, or exclude it with files.'),
    'internal-name': source('Reserved name', 'The service keeps names that start with two dots for itself: rename it, or exclude it with files.'),
    'not-utf8': source('Name is not UTF-8', 'The service would mangle the name: rename it, or move it out of the directory.'),
    'path-too-long': source('Path too long', 'Shorten the names or the nesting.'),
    link: source('Link', 'Set symlinks: preserve or symlinks: dereference, or exclude it with files.', 'symlinks'),
    'dangling-link': source('Dangling link', 'Restore its target, remove it, or exclude it with files.', 'symlinks'),
    'directory-link': source('Link to a directory', 'The service takes links to files only. Set symlinks: dereference to publish the content, or exclude it with files.', 'symlinks'),
    'outside-link': source('Link to the outside', 'Only links to files in the directory or in the registry can be published. Set symlinks: dereference to publish the content, or exclude the link with files.', 'symlinks'),
    'link-to-left-out': source('Link to a file that is left out', 'Include the target with files or include-hidden-files, or exclude the link too.', 'symlinks'),
    'cyclic-link': source('Links in a circle', 'Break the circle, or exclude it with files.', 'symlinks'),
    'long-link': source('Links to links to links', 'Linux follows 40 of them. Let them lead to the file itself, or exclude them with files.', 'symlinks'),
    'registry-link': source('Link into the registry', 'It has to lead to a file in the manifest of a version that is not on probation.', 'symlinks'),
    collision: {
        code: 'already-exists',
        input: 'path',
        title: 'Claimed by two legs',
        hint: 'Give the legs different paths, or let only one of them bring it; then repeat that leg.',
    },
    'missing-leg': {
        code: 'not-found',
        input: 'legs',
        title: 'Leg is missing',
        hint: 'Stage what is missing, or correct legs.',
    },
    'unfinished-leg': {
        code: 'not-found',
        input: 'legs',
        title: 'Leg has not finished',
        hint: 'Wait for the legs that are still at work, and repeat those that were killed; or name in legs those that are enough.',
    },
    contradiction: {
        code: 'invalid-input',
        input: 'consume',
        title: 'Inputs contradict each other',
        hint: 'Change one of the two inputs.',
    },
    'bad-name': {
        code: 'invalid-name',
        input: 'project, asset, version',
        title: 'Bad name',
        hint: 'Letters, digits, dots, dashes and underscores are always safe.',
    },
    staging: {
        code: 'staging-unavailable',
        input: 'staging',
        title: 'Staging directory',
        hint: 'The runner has to share the filesystem of the service. If it is mounted elsewhere here, set staging.',
    },
    clock: {
        code: 'request-expired',
        input: 'staging',
        title: 'Clocks differ',
        hint: 'Synchronise the clocks of this machine, the file server and the service.',
    },
    'no-project': {
        code: 'not-found',
        input: 'project',
        title: 'Project not found',
        hint: 'Check the name. An administrator of the Gobbler creates projects.',
    },
    'not-allowed': {
        code: 'not-authorized',
        input: 'project',
        title: 'Not allowed to upload',
        hint: 'An owner of the project can make this user an uploader.',
    },
    untrusted: {
        code: 'on-probation',
        input: 'if-probational',
        title: 'Would be on probation',
        hint: 'Set probation: true, or ask an owner of the project to make this user a trusted uploader.',
    },
    spoof: {
        code: 'not-authorized',
        input: 'spoof',
        title: 'Not allowed to act for others',
        hint: 'Leave spoof out, or ask the operator of the service to allow it.',
    },
    'unknown-user': {
        code: 'not-authorized',
        input: 'staging',
        title: 'Unknown user',
        hint: 'Run the job as a user who has an account on the machine of the service; jobs in containers often do not.',
    },
    'version-exists': {
        code: 'already-exists',
        input: 'version',
        title: 'Version exists',
        hint: 'Versions are permanent: choose another version name.',
    },
    'version-unfinished': {
        code: 'already-exists',
        input: 'version',
        title: 'Version is unfinished',
        hint: 'If no upload is running, the service crashed in the middle of one: choose another version name, or ask an administrator to delete this one (with force).',
    },
};
/** An upload that was refused before anything was moved, with everything that was found. */
class UploadRefused extends _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE {
    groups;
    constructor(subject, groups) {
        const messages = groups.flatMap((group) => group.messages);
        const [first] = groups;
        const summary = messages.length === 1
            ? `${messages[0]}`
            : `${subject} was refused for ${messages.length} reasons: ${messages[0]}; …`;
        super(first?.code ?? 'invalid-source', summary, {
            findings: messages,
            ...(first && { input: first.input, hint: first.hint }),
        });
        this.groups = groups;
    }
}
/** Does nothing if there are no findings; else throws all of them as one {@link UploadRefused}, grouped by kind. */
function refuseIfAny(subject, findings) {
    if (findings.length === 0)
        return;
    const kinds = [...new Set(findings.map(({ kind }) => kind))];
    throw new UploadRefused(subject, kinds.map((kind) => {
        const found = findings.filter((finding) => finding.kind === kind);
        const inputs = new Set(found.map(({ input }) => input ?? KINDS[kind].input));
        const messages = found.map(({ message }) => message);
        return { kind, messages, ...KINDS[kind], input: [...inputs].join(', ') };
    }));
}
/** A source without a single file, unless the caller does not mind. */
function emptyFindings(scanned, { allowEmpty }) {
    const isEmpty = scanned.files.length === 0 && scanned.links.length === 0;
    if (!isEmpty || allowEmpty === true || scanned.findings.length > 0)
        return [];
    const { hidden, unselected } = scanned.leftOut;
    const reasons = [
        ...(hidden > 0 ? [`${hidden} hidden (see include-hidden-files)`] : []),
        ...(unselected > 0 ? [`${unselected} not selected (see files)`] : []),
    ];
    const but = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
    return [{ kind: 'no-files', message: `directory ${scanned.root} holds no files to upload${but}` }];
}
/** Options that cannot be meant together. */
function contradictions({ consume, symlinks, }) {
    if (consume !== true || symlinks !== 'dereference')
        return [];
    return [
        {
            kind: 'contradiction',
            message: 'consume cannot be combined with symlinks: dereference, since the files behind the links lie elsewhere',
        },
    ];
}
/** Refuses to take a version for what the source holds, with code `content-differs`, if that has changed meanwhile. */
function refuseIfChanged(changed) {
    const [first] = changed;
    if (first === undefined)
        return;
    const more = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
    throw new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('content-differs', `${JSON.stringify(first.path)}${more} changed while being uploaded, so what was published may be neither the old nor the new content`, {
        input: 'directory',
        findings: changed.slice(0, 20).map((file) => `${JSON.stringify(file.path)} changed`),
        hint: 'Make sure that nothing writes to the directory any more before it is uploaded, and publish again.',
    });
}


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ isInternalName),
/* harmony export */   Sh: () => (/* binding */ givenNames),
/* harmony export */   eU: () => (/* binding */ requireVersion),
/* harmony export */   kR: () => (/* binding */ requireNames),
/* harmony export */   rH: () => (/* binding */ nameProblem),
/* harmony export */   rI: () => (/* binding */ requireName),
/* harmony export */   rq: () => (/* binding */ formatRef)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2377);

const LONGEST_NAME_BYTES = 255;
/**
 * Why `name` cannot name a project, asset or version, as the end of a sentence that begins with the name; undefined
 * if it can. Protocol §9, plus the name `.` and names that no filesystem takes, all of which the service mishandles.
 */
function nameProblem(name) {
    // Callers without types: a name that is missing must never mean the level above.
    if (typeof name !== 'string')
        return 'should be a text';
    if (name === '')
        return 'may not be empty';
    if (name === '.')
        return 'would mean the directory itself';
    if (name.startsWith('..'))
        return "may not start with '..', which the service keeps for its own files";
    if (name.includes('/'))
        return "may not contain '/'";
    if (name.includes('\\'))
        return "may not contain '\\'";
    if (name.includes('\0'))
        return 'may not contain a NUL character';
    if (!name.isWellFormed())
        return 'is not valid Unicode';
    const bytes = Buffer.byteLength(name);
    if (bytes > LONGEST_NAME_BYTES)
        return `may not be longer than ${LONGEST_NAME_BYTES} bytes, but has ${bytes}`;
    return undefined;
}
/** Refuses a bad name with code `invalid-name`. Protocol §9. */
function requireName(kind, name) {
    const problem = nameProblem(name);
    if (problem === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('invalid-name', `${kind} name ${JSON.stringify(name) ?? 'undefined'} ${problem}`, {
        input: kind,
        hint: `Choose another ${kind} name; letters, digits, dots, dashes and underscores are always safe.`,
    });
}
/** Refuses the first bad name of those that a reference has, with code `invalid-name`. */
function requireNames(ref) {
    for (const kind of ['project', 'asset', 'version']) {
        if (kind in ref)
            requireName(kind, ref[kind]);
    }
}
/** Those names of a place in the registry that are given: where a user may leave out the last ones. */
function givenNames({ project, asset, version, }) {
    return {
        ...(project !== undefined && { project }),
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
    };
}
/** Refuses a reference without all three names, or with a bad one, with code `invalid-name`. */
function requireVersion({ project, asset, version }) {
    requireNames({ project, asset, version });
}
/** Internal files belong to the service: any base name that starts with two dots. Protocol §1. */
function isInternalName(baseName) {
    return baseName.startsWith('..');
}
/** `project/asset/version`, as people write it. */
function formatRef(ref) {
    return [ref.project, ref.asset, ...(ref.version === undefined ? [] : [ref.version])].join('/');
}


/***/ }),

/***/ 8441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   NJ: () => (/* binding */ integerOrAuto),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   RA: () => (/* binding */ nameLines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   bS: () => (/* binding */ optionalFlag),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   dh: () => (/* binding */ directoryPath),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   s2: () => (/* binding */ optionalPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2377);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1406);



/** What a reader throws: the end of a sentence that begins with the input's name. */
class Refusal extends Error {
}
const optional = { default: '', required: false };
/** Any text; undefined if it is empty. */
function text() {
    return { ...optional, parse: (value) => (value === '' ? undefined : value) };
}
/** Any text but the empty one. */
function requiredText({ variable } = {}) {
    return {
        default: '',
        required: true,
        ...(variable !== undefined && { variable }),
        parse: (value) => value,
    };
}
/** A path on this machine, made absolute against the workspace (or the current directory outside of GitHub). */
function directoryPath() {
    return { default: '', required: true, parse: fromWorkspace };
}
/** As {@link directoryPath}, but may be left out. */
function optionalPath() {
    return { ...optional, parse: (value) => (value === '' ? undefined : fromWorkspace(value)) };
}
function fromWorkspace(value) {
    if (value.includes('\0'))
        throw new Refusal('may not contain a NUL character');
    return node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve((0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().places.base, value);
}
/** A boolean as YAML 1.2 writes it. */
function flag(standard) {
    return {
        default: String(standard),
        required: false,
        form: 'flag',
        parse: (value) => {
            if (['true', 'True', 'TRUE'].includes(value))
                return true;
            if (['false', 'False', 'FALSE'].includes(value))
                return false;
            throw new Refusal(`should be true or false, but is ${JSON.stringify(value)}`);
        },
    };
}
/** As {@link flag}, but undefined if it is left out. */
function optionalFlag() {
    const { parse } = flag(false);
    return { ...optional, form: 'flag', parse: (value) => (value === '' ? undefined : parse(value)) };
}
/** One of a few words. */
function choice(choices, standard) {
    return {
        default: standard,
        required: false,
        form: { choices },
        parse: (value) => {
            const found = choices.find((candidate) => candidate === value);
            if (found === undefined)
                throw new Refusal(`should be ${orList(choices)}, but is ${JSON.stringify(value)}`);
            return found;
        },
    };
}
function orList(words) {
    return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
/** Lines; blank ones and comments (`#`) are dropped. */
function lines(standard) {
    return {
        default: standard,
        required: false,
        form: 'lines',
        parse: (value) => value
            .split(/\r?\n/)
            .map((item) => item.trim())
            .filter((item) => item !== '' && !item.startsWith('#')),
    };
}
/** Names, a line each; undefined if there are none. The line `[]` by itself is the empty list. */
function nameLines() {
    const { parse } = lines('');
    return {
        ...optional,
        form: 'lines',
        parse: (value) => {
            const names = parse(value);
            if (names.length === 1 && names[0] === '[]')
                return [];
            const list = names.find((name) => /[,[\]]/.test(name));
            if (list !== undefined)
                throw new Refusal(`should be names, a line each, but one is ${JSON.stringify(list)}`);
            return names.length === 0 ? undefined : [...new Set(names)];
        },
    };
}
/** A whole number within bounds; undefined if it is left out and there is no standard one. */
function integer({ from, to, standard, }) {
    return {
        default: standard === undefined ? '' : String(standard),
        required: false,
        parse: (value) => {
            if (value === '')
                return undefined;
            const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
            if (number >= from && number <= to)
                return number;
            throw new Refusal(`should be a whole number from ${from} to ${to}, but is ${JSON.stringify(value)}`);
        },
    };
}
/** A whole number within bounds, or `auto`, which is undefined. */
function integerOrAuto({ from, to }) {
    const { parse } = integer({ from, to });
    return {
        default: 'auto',
        required: false,
        parse: (value) => (value === 'auto' ? undefined : parse(value)),
    };
}
/** The sha256 of a content, as the output `manifest-digest` gives it; undefined if it is left out. */
function digest() {
    return {
        ...optional,
        parse: (value) => {
            if (value === '')
                return undefined;
            if (/^[0-9a-f]{64}$/i.test(value))
                return value.toLowerCase();
            throw new Refusal(`should be 64 hexadecimal digits, as the output manifest-digest has them, but is ${JSON.stringify(value)}`);
        },
    };
}
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 };
/** The longest a timer can wait; more than a job may ever take. */
const LONGEST_MS = 2 ** 31 - 1;
/** A duration as `90s`, `15m` or `2h`, or as a plain number of minutes; in milliseconds. */
function minutes(standard) {
    return {
        default: String(standard),
        required: false,
        parse: (value) => parseDuration(/^\d+(\.\d+)?$/.test(value) ? `${value}m` : value, 'a number of minutes, or like 90s, 15m or 2h', value),
    };
}
/** A duration as `90s`, `15m` or `2h`, longer than nothing; in milliseconds. */
function duration(standard) {
    const expected = 'a duration like 90s, 15m or 2h';
    return {
        default: standard,
        required: false,
        parse: (value) => {
            const durationMs = parseDuration(value, expected);
            if (durationMs > 0)
                return durationMs;
            throw new Refusal(`should be longer than nothing, but is ${JSON.stringify(value)}`);
        },
    };
}
/** `given` is what the user wrote, for the refusal. */
function parseDuration(value, expected, given = value) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([smh])$/.exec(value) ?? [];
    if (amount === undefined)
        throw new Refusal(`should be ${expected}, but is ${JSON.stringify(given)}`);
    const durationMs = Number(amount) * UNIT_MS[unit];
    if (durationMs > LONGEST_MS)
        throw new Refusal(`should be at most 596h, but is ${JSON.stringify(given)}`);
    return durationMs;
}
/** Reads all inputs of a verb. All that are wrong are refused in one error with code `invalid-input`. */
function readInputs(inputs) {
    const values = {};
    const problems = [];
    for (const [name, input] of Object.entries(inputs)) {
        const { variable } = input;
        const inherited = variable === undefined ? undefined : process.env[variable]?.trim();
        const given = (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().given(name) || inherited || input.default;
        try {
            if (given === '' && input.required) {
                throw new Refusal(`is required, but is empty${variable === undefined ? '' : `, and so is $${variable}`}`);
            }
            values[name] = input.parse(given);
        }
        catch (error) {
            const isOurs = error instanceof Refusal || error instanceof _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE;
            if (!isOurs)
                throw error;
            const sentence = error instanceof Refusal ? `${name} ${error.message}` : (0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
            problems.push({ name, sentence });
        }
    }
    const [first] = problems;
    if (first === undefined)
        return values;
    const sentences = problems.map(({ sentence }) => sentence);
    throw new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('invalid-input', sentences.length === 1 ? first.sentence : `${sentences.length} inputs cannot be used`, {
        input: problems.map(({ name }) => name).join(', '),
        findings: sentences,
        hint: (0,_host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H)().adviceOnInputs,
    });
}


/***/ }),

/***/ 9007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ differenceCounts),
/* harmony export */   h4: () => (/* binding */ pathsLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8807);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(851);


const LONGEST_SHOWN = 300;
/** The first of some paths in one line of Markdown, closed by the number of the others. */
function pathsLine(paths, most) {
    const shown = paths
        .slice(0, most)
        .map((path) => (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessCode */ .tt)(shortened(path)))
        .join(', ');
    const rest = paths.length - most;
    return rest > 0 ? `${shown} … and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(rest)} more` : shown;
}
/** A foreign text for a list of many: a very long one keeps its beginning and its end. */
function shortened(text) {
    if (text.length <= LONGEST_SHOWN)
        return text;
    const half = LONGEST_SHOWN / 2;
    return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
/** `1 added, 20,000 changed, 0 removed`. */
function differenceCounts({ added, changed, removed }) {
    const counts = Object.entries({ added, changed, removed });
    return counts.map(([kind, paths]) => `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(paths.length)} ${kind}`).join(', ');
}


/***/ }),

/***/ 3566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   fF: () => (/* binding */ bulletList)
/* harmony export */ });
/* unused harmony export fitting */
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8807);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1406);


/** The runner takes 1 MiB a step; the rest of the screen belongs to other steps. */
const LARGEST_SUMMARY_BYTES = 100 * 1024;
/**
 * Appends blocks of Markdown to the job summary: each is a whole (a heading, a table, a list), so that what does not fit
 * is left out without breaking what is shown. Foreign strings in them must have been made harmless. Does nothing where
 * no summary is kept, or where `show-summary` is false, whatever else is wrong with the inputs.
 */
async function writeSummary(...blocks) {
    const { summary, given } = (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)();
    if (summary === undefined || /^false$/i.test(given('show-summary')))
        return;
    await summary(`${fitting(blocks).join('\n\n')}\n\n`);
}
/** As many of the blocks, from the first on, as the summary may hold; what is left out is said. */
function fitting(blocks, largestBytes = LARGEST_SUMMARY_BYTES) {
    let size = 0;
    const tooMuch = blocks.findIndex((block) => {
        size += Buffer.byteLength(block) + 2;
        return size > largestBytes;
    });
    return tooMuch < 0 ? blocks : [...blocks.slice(0, tooMuch), '… the rest is too long for a summary'];
}
/** A list of at most `most` items, closed by the number of the others. Items are Markdown. */
function bulletList(items, most) {
    const rest = items.length - most;
    const shown = rest > 0 ? [...items.slice(0, most), `… and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(rest)} more`] : items;
    return shown.map((item) => `- ${item}`).join('\n');
}
/** A table of names and values without a header. Cells are Markdown without line breaks. */
function factTable(rows) {
    return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ defineVerb)
});

// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/client/upload/finding.js
var finding = __webpack_require__(364);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/host.js
var host = __webpack_require__(1406);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/paths-list.js
var paths_list = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/verbs/summary.js
var summary = __webpack_require__(3566);
;// CONCATENATED MODULE: ./build/verbs/failure.js







const MOST_ANNOTATIONS = 10;
const MOST_FINDINGS_LOGGED = 50;
const MOST_FINDINGS_IN_SUMMARY = 20;
const TITLES = {
    'invalid-input': 'Input cannot be used',
    'invalid-name': 'Bad name',
    'invalid-source': 'Directory cannot be uploaded',
    'not-found': 'Not found',
    'already-exists': 'Exists already',
    'not-authorized': 'Not allowed',
    'not-on-probation': 'Not on probation',
    'on-probation': 'On probation',
    'content-differs': 'Content differs',
    'service-unreachable': 'Service cannot be reached',
    'service-misconfigured': 'Not a Gobbler',
    'staging-unavailable': 'Staging directory',
    'registry-unavailable': 'Registry',
    'destination-unavailable': 'Destination',
    'request-refused': 'Request refused',
    'request-expired': 'Clocks differ',
    'lock-timeout': 'Busy for too long',
    'connection-lost': 'Connection lost',
    'service-failed': 'Service failed',
    'corrupt-record': 'Damaged record',
    'timed-out': 'Out of time',
    cancelled: 'Cancelled',
};
/** A failure as people see it: one annotation per kind of problem, with title, sentences and what to do. */
function annotationsOf(error) {
    if (error instanceof finding/* UploadRefused */.gH) {
        return error.groups.map(({ title, messages, hint, input }) => ({
            title,
            sentences: messages,
            hint,
            input,
        }));
    }
    if (error instanceof errors/* GobblerError */.CE) {
        const { code, message, hint, input, findings } = error;
        return [
            {
                title: TITLES[code],
                sentences: sentencesOf(message, findings),
                hint,
                input,
            },
        ];
    }
    return [
        {
            title: 'Defect in gobbler-action',
            sentences: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)],
            hint: 'This should not happen. Please report it with its log.',
        },
    ];
}
/** A single finding says the same as the message, which else may end with one of several, or be one of them. */
function sentencesOf(message, findings) {
    if (findings.length <= 1)
        return [message];
    const example = findings.find((finding) => message.endsWith(`: ${finding}`));
    const head = example === undefined ? message : message.slice(0, -example.length - 2);
    return findings.includes(head) ? findings : [head, ...findings];
}
/** Shows a failure in the log, as annotations and in the job summary. */
async function reportFailure(heading, error, { severity = 'error', details = [], } = {}) {
    const annotations = annotationsOf(error);
    const titles = annotations.map(({ title }) => title).join(', ');
    const findings = error instanceof errors/* GobblerError */.CE ? error.findings : [];
    if (findings.length > 1 && !(0,host/* host */.H)().annotatesInLog) {
        (0,log/* group */.Os)('What was found', (0,log/* atMostLines */.C3)(MOST_FINDINGS_LOGGED, findings));
    }
    if (error instanceof errors/* GobblerError */.CE)
        (0,log/* line */.n8)(`${titles}: ${heading} (code ${error.code})`);
    else if (error instanceof Error && error.stack !== undefined) {
        for (const frame of error.stack.split('\n'))
            (0,log/* line */.n8)(`  ${frame.trim()}`);
    }
    for (const annotation of atMost(MOST_ANNOTATIONS, annotations))
        (severity === 'error' ? log/* annotateError */.TF : log/* annotateWarning */.tf)(annotation);
    if (severity === 'error')
        await (0,summary/* writeSummary */.Sy)(...failureMarkdown(heading, annotations), ...details);
}
/** GitHub shows ten annotations a step: what does not fit is folded into the last one. */
function atMost(most, annotations) {
    if (annotations.length <= most)
        return annotations;
    const rest = annotations.slice(most - 1);
    const sentences = rest.flatMap((annotation) => annotation.sentences);
    const title = rest.map((annotation) => annotation.title).join(', ');
    return [...annotations.slice(0, most - 1), { title, sentences }];
}
function failureMarkdown(heading, annotations) {
    return [`### ❌ ${(0,harmless/* harmlessMarkup */.km)(heading)}`, ...annotations.map(annotationMarkdown)];
}
function annotationMarkdown({ title, sentences, hint, input }) {
    const [head = '', ...others] = sentences.map((sentence) => (0,harmless/* harmlessMarkup */.km)((0,paths_list/* shortened */.vI)(sentence)));
    const named = `**${(0,harmless/* harmlessMarkup */.km)(title)}**${input === undefined ? '' : ` (input ${(0,harmless/* harmlessCode */.tt)(input)})`}`;
    return [
        ...(others.length === 0
            ? [`${named}: ${head}`]
            : [`${named}:`, (0,summary/* bulletList */.fF)([head, ...others], MOST_FINDINGS_IN_SUMMARY)]),
        ...(hint === undefined ? [] : [`➜ ${(0,harmless/* harmlessMarkup */.km)(hint)}`]),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
// EXTERNAL MODULE: ./build/verbs/inputs.js
var verbs_inputs = __webpack_require__(8441);
;// CONCATENATED MODULE: ./build/verbs/verb.js





/** Makes a verb; within its function, inputs and outputs are typed by name. */
function defineVerb(definition) {
    const { name, inputs, outputs } = definition;
    return { name, inputs, outputs, main: () => main(definition), post: () => runPost(definition) };
}
/** The only place that catches. */
async function main(verb) {
    const answered = new Set();
    const stop = new AbortController();
    const release = abortOnSignals(stop);
    const setOutput = (name, value) => {
        answered.add(name);
        (0,host/* host */.H)().output(name, value);
    };
    const details = [];
    const ifItFails = (...blocks) => void details.push(...blocks);
    let headingOf = (_error) => `${verb.name} failed`;
    try {
        (0,host/* host */.H)().prepare?.();
        const inputs = (0,verbs_inputs/* readInputs */.Ko)(verb.inputs);
        headingOf = (error) => verb.failed(inputs, error);
        abortAfter(stop, inputs['timeout-minutes'] ?? 0);
        await verb.run({ inputs, setOutput, ifItFails, signal: stop.signal });
        return undefined;
    }
    catch (error) {
        if (!answered.has('status') && verb.outputs.includes('status'))
            setOutput('status', statusOf(error));
        await reportFailure(headingOf(error), error, { details });
        return error;
    }
    finally {
        release();
        for (const name of verb.outputs)
            if (!answered.has(name))
                (0,host/* host */.H)().output(name, verb.unanswered?.[name] ?? '');
    }
}
async function runPost({ name, post }) {
    try {
        await post?.();
    }
    catch (error) {
        await reportFailure(`the post step of ${name} failed`, error, { severity: 'warning' });
    }
}
function statusOf(error) {
    const code = error instanceof errors/* GobblerError */.CE ? error.code : undefined;
    return code === 'timed-out' || code === 'cancelled' ? code : 'failed';
}
/** The runner cancels with SIGINT, and with SIGTERM 7.5 s later. The second signal is not waited for. */
function abortOnSignals(stop) {
    const cancel = (signal) => {
        const or = signal === 'SIGINT' ? 'Ctrl-C was pressed' : 'its time is over';
        stop.abort(new errors/* GobblerError */.CE('cancelled', `the job was cancelled, or ${or} (${signal})`, {
            hint: 'What was begun is undone; the service may need a moment more to roll back.',
        }));
    };
    process.on('SIGINT', cancel).on('SIGTERM', cancel);
    return () => process.off('SIGINT', cancel).off('SIGTERM', cancel);
}
function abortAfter(stop, timeoutMs) {
    if (timeoutMs === 0)
        return;
    const timeUp = () => {
        stop.abort(new errors/* GobblerError */.CE('timed-out', `the ${(0,figures/* formatDuration */.a3)(timeoutMs)} of timeout-minutes are over`, {
            input: 'timeout-minutes',
            hint: 'What was begun has been undone. Give it more time, or find out what was slow from the log above.',
        }));
    };
    setTimeout(timeUp, timeoutMs).unref();
}


/***/ })

};
;