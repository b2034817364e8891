export const id = 157;
export const ids = [157];
export const modules = {

/***/ 2546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ GobblerError),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
/**
 * Every failure that is the caller's or the world's. Anything else that is thrown is a bug and keeps its stack.
 * `message` is one sentence: the subject, what was expected, what was found.
 */
class GobblerError extends Error {
    name = 'GobblerError';
    code;
    hint;
    input;
    httpStatus;
    findings;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.input = details.input;
        this.httpStatus = details.httpStatus;
        this.findings = details.findings ?? [];
    }
}
/** The errno name of a filesystem or socket error (`ENOENT`), or undefined for anything else. */
function errnoOf(error) {
    // Ours have a code, too: one that was thrown to stop the work is not to be taken for a failure of the disk.
    if (error instanceof GobblerError)
        return undefined;
    const code = memberOf(error, 'code');
    return typeof code === 'string' ? code : undefined;
}
/** One line of text for whatever was thrown. */
function messageOf(error) {
    const message = memberOf(error, 'message');
    return typeof message === 'string' ? message : String(error);
}
/** Not by `instanceof Error`, which is false for an error of Node itself in a context of its own, as in a test. */
function memberOf(error, name) {
    return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}


/***/ }),

/***/ 8879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ encodeJson),
/* harmony export */   X: () => (/* binding */ compareBytes)
/* harmony export */ });
const SHORT_ESCAPES = {
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '"': '\\"',
    '\\': '\\\\',
};
const NEEDS_ESCAPE = /["\\\u0000-\u001f<>&\u2028\u2029\ud800-\udfff]/;
const ESCAPED = /["\\\u0000-\u001f<>&\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
function escapeCharacter(character) {
    const short = SHORT_ESCAPES[character];
    if (short !== undefined)
        return short;
    const code = character.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdfff)
        return '\\ufffd';
    return `\\u${code.toString(16).padStart(4, '0')}`;
}
/** A JSON string literal with the service's escapes. */
function encodeString(text) {
    return NEEDS_ESCAPE.test(text) ? `"${text.replace(ESCAPED, escapeCharacter)}"` : `"${text}"`;
}
/** Orders strings by their UTF-8 bytes, which differs from the engine's order for characters beyond U+FFFF. */
function compareBytes(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const xSurrogate = x >= 0xd800 && x <= 0xdfff;
        const ySurrogate = y >= 0xd800 && y <= 0xdfff;
        if (xSurrogate !== ySurrogate)
            return xSurrogate ? 1 : -1;
        return x - y;
    }
    return a.length - b.length;
}
/**
 * Encodes a value as the service does: compact, or with `indent` four spaces a level (the form of its files; no
 * newline at the end).
 */
function encodeJson(value, { indent = false } = {}) {
    const newline = indent ? '\n' : '';
    const colon = indent ? ': ' : ':';
    const encode = (item, margin) => {
        if (item === null || typeof item === 'boolean')
            return String(item);
        if (typeof item === 'number')
            return encodeNumber(item);
        if (typeof item === 'string')
            return encodeString(item);
        const inner = indent ? `${margin}    ` : '';
        const wrap = (open, parts, close) => parts.length === 0
            ? open + close
            : `${open}${newline}${inner}${parts.join(`,${newline}${inner}`)}${newline}${margin}${close}`;
        if (isArray(item))
            return wrap('[', item.map((element) => encode(element, inner)), ']');
        const member = (key, content) => encodeString(key) + colon + encode(content, inner);
        const parts = [];
        if (item instanceof Map) {
            for (const key of [...item.keys()].sort(compareBytes))
                parts.push(member(key, item.get(key)));
        }
        else {
            for (const [key, content] of Object.entries(item))
                if (content !== undefined)
                    parts.push(member(key, content));
        }
        return wrap('{', parts, '}');
    };
    return encode(value, '');
}
function encodeNumber(value) {
    if (!Number.isSafeInteger(value))
        throw new TypeError(`${value} is not an exact integer`);
    return String(value);
}
const isArray = (value) => Array.isArray(value);


/***/ }),

/***/ 2671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ SUMMARY),
/* harmony export */   A: () => (/* binding */ LINKS),
/* harmony export */   AC: () => (/* binding */ LOCK_USAGE),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   JA: () => (/* binding */ relativeInside),
/* harmony export */   Jj: () => (/* binding */ PERMISSIONS),
/* harmony export */   NA: () => (/* binding */ refPath),
/* harmony export */   YM: () => (/* binding */ LOCK),
/* harmony export */   Yy: () => (/* binding */ LOGS),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   fA: () => (/* binding */ LOCK_NEW_DIRECTORY),
/* harmony export */   ju: () => (/* binding */ QUOTA),
/* harmony export */   k0: () => (/* binding */ LATEST),
/* harmony export */   u_: () => (/* binding */ USAGE)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Base names of the records and lock files that the service keeps in a registry. Protocol §3. */
const MANIFEST = '..manifest';
const SUMMARY = '..summary';
const LINKS = '..links';
const LATEST = '..latest';
const PERMISSIONS = '..permissions';
const QUOTA = '..quota';
const USAGE = '..usage';
const LOGS = '..logs';
const LOCK = '..LOCK';
const LOCK_NEW_DIRECTORY = '..LOCK_NEWDIR';
const LOCK_USAGE = '..LOCK_USAGE';
/** Registry-relative path of a project, asset or version, with `/` separators. */
function refPath(ref) {
    const parts = [ref.project];
    if ('asset' in ref)
        parts.push(ref.asset);
    if ('version' in ref)
        parts.push(ref.version);
    return parts.join('/');
}
/**
 * Whether the absolute path `candidate` is `root` itself or lies below it. Lexical, as the service decides it
 * (protocol §12.3): links are not resolved, and `/data/files-old` is not inside `/data/files`.
 */
function isInside(root, candidate) {
    return relativeInside(root, candidate) !== undefined;
}
/** The path of `candidate` relative to `root`, `''` for the root itself, or undefined if it lies outside. */
function relativeInside(root, candidate) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(root, candidate);
    if (relative === '..' || relative.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(relative))
        return undefined;
    return relative;
}


/***/ }),

/***/ 7445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ isInternalName),
/* harmony export */   eU: () => (/* binding */ requireVersion),
/* harmony export */   kR: () => (/* binding */ requireNames),
/* harmony export */   rH: () => (/* binding */ nameProblem),
/* harmony export */   rI: () => (/* binding */ requireName),
/* harmony export */   rq: () => (/* binding */ formatRef)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2546);

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

/***/ 2065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ uploadRight),
/* harmony export */   qo: () => (/* binding */ mayMaintainProject),
/* harmony export */   vr: () => (/* binding */ mayMaintainAsset)
/* harmony export */ });
/* harmony import */ var _times_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4379);

/**
 * Whether `user` may upload, and whether that upload is trusted. Protocol §10: global write only concerns assets that
 * do not exist yet; otherwise owners pass, and then the first uploader entry that matches decides.
 */
function uploadRight({ user, asset, version, project, existingAsset, now, }) {
    if (existingAsset === undefined && project.globalWrite === true) {
        return { allowed: true, trusted: true, becomesAssetOwner: true };
    }
    if (project.owners.includes(user) || existingAsset?.owners.includes(user)) {
        return { allowed: true, trusted: true, becomesAssetOwner: false };
    }
    const ofAsset = (existingAsset?.uploaders ?? []).map((entry) => ({ ...entry, asset }));
    for (const entry of [...project.uploaders, ...ofAsset]) {
        if (entry.id !== user)
            continue;
        if (entry.asset !== undefined && entry.asset !== asset)
            continue;
        if (entry.version !== undefined && entry.version !== version)
            continue;
        if (entry.until !== undefined) {
            const until = (0,_times_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTimestamp */ .l)(entry.until);
            if (until === undefined || until < now)
                continue;
        }
        return { allowed: true, trusted: entry.trusted === true, becomesAssetOwner: false };
    }
    return { allowed: false };
}
/** Whether `user` may change the project's permissions and decide on probation. Protocol §10, administrators aside. */
function mayMaintainProject(user, project) {
    return project.owners.includes(user);
}
/** Whether `user` may change the permissions of an asset; undefined if it does not exist yet. Protocol §10. */
function mayMaintainAsset(user, project, existingAsset) {
    return mayMaintainProject(user, project) || existingAsset?.owners.includes(user) === true;
}


/***/ }),

/***/ 4751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ encodeManifest),
/* harmony export */   Gu: () => (/* binding */ encodeLinks),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   U9: () => (/* binding */ encodeLatest),
/* harmony export */   W6: () => (/* binding */ parseSummary),
/* harmony export */   cv: () => (/* binding */ parsePermissions),
/* harmony export */   dn: () => (/* binding */ encodableUploaders),
/* harmony export */   lF: () => (/* binding */ parseLatest),
/* harmony export */   wY: () => (/* binding */ encodeUsage),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* unused harmony exports parseLinks, parseUsage, parseChanges */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2546);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8879);


/** Never the content of lists and objects, which may be large and deep beyond measure. */
function shown(found) {
    if (found === undefined)
        return 'nothing';
    if (Array.isArray(found))
        return 'a list';
    if (typeof found === 'object' && found !== null)
        return 'an object';
    return JSON.stringify(typeof found === 'string' ? found.slice(0, 60) : found);
}
function corrupt(where, expected, found) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('corrupt-record', `${where} should be ${expected}, but is ${shown(found)}`, {
        hint: 'The registry holds a damaged record; tell its administrator.',
    });
}
function parse(text, where) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('corrupt-record', `${where} should be JSON, but is not: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, {
            hint: 'The registry holds a damaged record, or the answer is not from a Gobbler.',
            cause,
        });
    }
}
function object(value, where) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw corrupt(where, 'an object', value);
    return value;
}
function text(value, where) {
    if (typeof value !== 'string')
        throw corrupt(where, 'a string', value);
    return value;
}
function count(value, where) {
    if (!Number.isSafeInteger(value))
        throw corrupt(where, 'a whole number', value);
    return value;
}
function flag(value, where) {
    if (typeof value !== 'boolean')
        throw corrupt(where, 'true or false', value);
    return value;
}
/** Reads an array; null counts as empty, as in the permissions of assets born under global write (protocol §3.3). */
function list(value, where, item) {
    if (value === null || value === undefined)
        return [];
    if (!Array.isArray(value))
        throw corrupt(where, 'a list', value);
    return value.map((element, index) => item(element, `${where}[${index}]`));
}
function optional(value, where, read) {
    return value === null || value === undefined ? undefined : read(value, where);
}
function linkTarget(value, where) {
    const json = object(value, where);
    return {
        project: text(json.project, `${where}.project`),
        asset: text(json.asset, `${where}.asset`),
        version: text(json.version, `${where}.version`),
        path: text(json.path, `${where}.path`),
    };
}
function link(value, where) {
    const ancestor = optional(object(value, where).ancestor, `${where}.ancestor`, linkTarget);
    return { ...linkTarget(value, where), ...(ancestor && { ancestor }) };
}
function manifestEntry(value, where) {
    const json = object(value, where);
    const target = optional(json.link, `${where}.link`, link);
    return {
        size: count(json.size, `${where}.size`),
        md5sum: text(json.md5sum, `${where}.md5sum`),
        ...(target && { link: target }),
    };
}
function keyed(content, where, read) {
    const entries = Object.entries(object(parse(content, where), where));
    return new Map(entries.map(([key, value]) => [key, read(value, `${where}[${JSON.stringify(key)}]`)]));
}
/** Reads a `..manifest`. `where` names it in errors (code `corrupt-record`), for instance its path. */
function parseManifest(content, where) {
    return keyed(content, where, manifestEntry);
}
/** Reads a `..links`: base name to link. Protocol §3.9. */
function parseLinks(content, where) {
    return keyed(content, where, link);
}
/** Reads a `..summary`. Protocol §3.7. */
function parseSummary(content, where) {
    const json = object(parse(content, where), where);
    return {
        uploadUserId: text(json.upload_user_id, `${where}.upload_user_id`),
        uploadStart: text(json.upload_start, `${where}.upload_start`),
        uploadFinish: text(json.upload_finish, `${where}.upload_finish`),
        onProbation: optional(json.on_probation, `${where}.on_probation`, flag) ?? false,
    };
}
/** Reads a `..latest`: the name of the version. Protocol §3.6. */
function parseLatest(content, where) {
    return text(object(parse(content, where), where).version, `${where}.version`);
}
/** Reads a `..usage`: bytes. Protocol §3.4. */
function parseUsage(content, where) {
    return count(object(parse(content, where), where).total, `${where}.total`);
}
function uploader(value, where) {
    const json = object(value, where);
    const asset = optional(json.asset, `${where}.asset`, text);
    const version = optional(json.version, `${where}.version`, text);
    const until = optional(json.until, `${where}.until`, text);
    const trusted = optional(json.trusted, `${where}.trusted`, flag);
    return {
        id: text(json.id, `${where}.id`),
        ...(asset !== undefined && { asset }),
        ...(version !== undefined && { version }),
        ...(until !== undefined && { until }),
        ...(trusted !== undefined && { trusted }),
    };
}
/** Reads a `..permissions`. A missing or null list counts as empty. Protocol §3.2, §3.3. */
function parsePermissions(content, where) {
    const json = object(parse(content, where), where);
    const globalWrite = optional(json.global_write, `${where}.global_write`, flag);
    return {
        owners: list(json.owners, `${where}.owners`, text),
        uploaders: list(json.uploaders, `${where}.uploaders`, uploader),
        ...(globalWrite !== undefined && { globalWrite }),
    };
}
/* Writing: the text of each file, byte for byte as the service writes it. Protocol §3. */
function linkTargetFields({ project, asset, version, path }) {
    return { project, asset, version, path };
}
function linkFields({ ancestor, ...target }) {
    return { ...linkTargetFields(target), ancestor: ancestor && linkTargetFields(ancestor) };
}
/** The text of a `..manifest`; with `indent: false` the compact form, for outputs. */
function encodeManifest(manifest, { indent = true } = {}) {
    const entries = [...manifest].map(([key, { size, md5sum, link: target }]) => [
        key,
        { size, md5sum, link: target && linkFields(target) },
    ]);
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .P)(new Map(entries), { indent });
}
/** The text of a `..links`. */
function encodeLinks(links) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .P)(new Map([...links].map(([key, target]) => [key, linkFields(target)])), { indent: true });
}
/** The text of a `..summary`. */
function encodeSummary(summary) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .P)({
        upload_user_id: summary.uploadUserId,
        upload_start: summary.uploadStart,
        upload_finish: summary.uploadFinish,
        on_probation: summary.onProbation ? true : undefined,
    }, { indent: true });
}
/** The text of a `..latest`. */
function encodeLatest(version) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .P)({ version }, { indent: true });
}
/** The text of a `..usage` after its first change. */
function encodeUsage(totalBytes) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeJson */ .P)({ total: totalBytes }, { indent: true });
}
/** Uploader entries with the wire's field order. */
function encodableUploaders(uploaders) {
    return uploaders.map(({ id, asset, version, until, trusted }) => ({ id, asset, version, until, trusted }));
}
/** Reads the changes in a reply to `reroute_links`. */
function parseChanges(value, where) {
    return list(value, where, (element, place) => {
        const json = object(element, place);
        return {
            path: text(json.path, `${place}.path`),
            copy: flag(json.copy, `${place}.copy`),
            source: text(json.source, `${place}.source`),
            usage: count(json.usage, `${place}.usage`),
        };
    });
}


/***/ }),

/***/ 4379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ formatTimestamp),
/* harmony export */   l: () => (/* binding */ parseTimestamp)
/* harmony export */ });
/**
 * The service's timestamps: RFC 3339, whole seconds, in the local zone of the process; UTC is written `Z`.
 * Protocol §3.7.
 */
function formatTimestamp(date) {
    const two = (value) => String(value).padStart(2, '0');
    const offset = -date.getTimezoneOffset();
    const zone = offset === 0
        ? 'Z'
        : `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${zone}`;
}
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/**
 * The instant a timestamp means, in milliseconds since the epoch, or undefined if it is none. As lenient as the
 * service and no more (protocol §7): one-digit hours, `,` before fractions and offsets up to `+24:00` pass; hour 24,
 * second 60, impossible dates and lower-case letters do not.
 */
function parseTimestamp(text) {
    const match = RFC3339.exec(text);
    if (match === null)
        return undefined;
    const field = (index) => Number(match[index] ?? 0);
    const [year, month, day, hour, minute, second] = [
        field(1),
        field(2),
        field(3),
        field(4),
        field(5),
        field(6),
    ];
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
        return undefined;
    if (hour > 23 || minute > 59 || second > 59 || field(9) > 24 || field(10) > 60)
        return undefined;
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second, Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000));
    const offsetMinutes = (match[8] === '-' ? -1 : 1) * (field(9) * 60 + field(10));
    return date.getTime() - offsetMinutes * 60_000;
}
function daysIn(year, month) {
    const date = new Date(0);
    date.setUTCFullYear(year, month, 0);
    return date.getUTCDate();
}


/***/ })

};
