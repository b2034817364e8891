"use strict";
exports.id = 465;
exports.ids = [465];
exports.modules = {

/***/ 9465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  awaitApproval: () => (/* binding */ awaitApproval)
});

// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: ./build/client/registry-reader.js
var registry_reader = __webpack_require__(5470);
// EXTERNAL MODULE: ./build/client/upload/difference.js
var difference = __webpack_require__(2654);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/log.js
var verbs_log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/maintainers.js
var verbs_maintainers = __webpack_require__(5709);
// EXTERNAL MODULE: ./build/verbs/paths-list.js
var paths_list = __webpack_require__(9007);
// EXTERNAL MODULE: ./build/verbs/step-to-paste.js
var step_to_paste = __webpack_require__(8952);
// EXTERNAL MODULE: ./build/verbs/summary.js
var verbs_summary = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/verbs/version-facts.js
var version_facts = __webpack_require__(4375);
;// CONCATENATED MODULE: ./build/verbs/approval-review.js













const MOST_PATHS_LOGGED = 50;
const MOST_PATHS_IN_SUMMARY = 10;
/** Collects what an approver wants to know. Whatever cannot be found out is left out, and said. */
async function reviewOf(connection, ref, seen, signal) {
    const maintainers = await (0,verbs_maintainers/* maintainersOf */.d)(connection, ref.project, signal);
    return {
        connection,
        ref,
        seen,
        maintainers,
        against: await compareToLatest(connection, ref, seen, signal),
    };
}
async function compareToLatest(connection, ref, { content }, signal) {
    const fresh = { forceRemote: true, signal };
    try {
        const latest = await (0,client/* fetchLatest */.wF)(connection, ref, fresh);
        if (latest === undefined || latest === ref.version)
            return undefined;
        const before = await (0,client/* fetchManifest */.Cj)(connection, { ...ref, version: latest }, fresh);
        return { latest, difference: (0,difference/* differenceOf */.P)(before, content.manifest) };
    }
    catch (error) {
        signal.throwIfAborted();
        (0,verbs_log/* line */.n8)(`It cannot be compared to the latest version: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
/** Writes a review to the log: a few lines, and the paths that differ, folded. */
function logReview({ ref, seen, maintainers, against }) {
    const { summary, content } = seen;
    (0,verbs_log/* line */.n8)(`${(0,names/* formatRef */.rq)(ref)} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
    (0,verbs_log/* line */.n8)(`It holds ${(0,version_facts/* contentSize */.vc)(content)}; manifest-digest ${content.digest}`);
    if (against !== undefined) {
        const { added, changed, removed } = against.difference;
        const paths = [
            ...added.map((path) => `+ ${path}`),
            ...changed.map((path) => `~ ${path}`),
            ...removed.map((path) => `- ${path}`),
        ];
        const title = `Compared to the latest version, ${against.latest}: ${(0,paths_list/* differenceCounts */.Uc)(against.difference)}`;
        if (paths.length === 0)
            (0,verbs_log/* line */.n8)(title);
        else
            (0,verbs_log/* group */.Os)(title, (0,verbs_log/* atMostLines */.C3)(MOST_PATHS_LOGGED, paths));
    }
    if (summary.onProbation)
        (0,verbs_log/* line */.n8)(`It can be approved by ${maintainers}`);
}
/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
function reviewMarkdown({ connection, ref, seen, maintainers, against }, { toGive }) {
    const { summary, content } = seen;
    const rows = (0,version_facts/* versionRows */.QI)(summary, content);
    rows.push(['Files', (0,harmless/* harmlessLink */.YM)(`${(0,registry_reader/* fetchUrl */.QJ)(connection, (0,layout/* refPath */.NA)(ref))}/`)]);
    if (against !== undefined) {
        rows.push([`Compared to ${(0,harmless/* harmlessCode */.tt)(against.latest)}`, (0,paths_list/* differenceCounts */.Uc)(against.difference)]);
        for (const kind of ['added', 'changed', 'removed']) {
            const paths = against.difference[kind];
            if (paths.length > 0)
                rows.push([`… ${kind}`, (0,paths_list/* pathsLine */.h4)(paths, MOST_PATHS_IN_SUMMARY)]);
        }
    }
    if (!toGive)
        return [(0,verbs_summary/* factTable */.Bu)(rows)];
    rows.push(['Can be approved by', (0,harmless/* harmlessMarkup */.km)(maintainers)]);
    const step = (0,step_to_paste/* stepToPaste */.$)('approve', {
        url: connection.url,
        project: ref.project,
        asset: ref.asset,
        version: ref.version,
        'manifest-digest': content.digest,
    });
    return [(0,verbs_summary/* factTable */.Bu)(rows), `To approve exactly this content, run this step as one of them:\n\n${step}`];
}

// EXTERNAL MODULE: ./build/verbs/checked-sums.js
var checked_sums = __webpack_require__(4300);
;// CONCATENATED MODULE: ./build/verbs/approval-verdict.js




const ICONS = {
    approved: '✅',
    pending: '🟡',
    'rejected-or-expired': '⛔',
    replaced: '⛔',
    missing: '⚪',
    'timed-out': '⏰',
    unknown: '❔',
};
const WORDS = {
    approved: 'is approved',
    pending: 'awaits approval',
    'rejected-or-expired': 'was rejected, or has expired',
    replaced: 'is not what it was: another content has been uploaded under its name',
    missing: 'does not exist',
    'timed-out': 'was neither approved nor rejected in time',
    unknown: 'could not be looked at',
};
const hasOtherSums = ({ differences = [] }) => differences.length > 0;
/** The outcome in a sentence for the log. */
function verdictSentence(outcome) {
    const { ref, status, failure, differences = [] } = outcome;
    if (hasOtherSums(outcome))
        return (0,checked_sums/* otherSums */.rZ)(ref, 'is approved', differences).message;
    const because = failure === undefined ? '' : `; the last look failed: ${failure.message}`;
    return `${(0,names/* formatRef */.rq)(ref)} ${WORDS[status]}${because}`;
}
/** The outcome as the heading of a summary. */
function verdictHeading(outcome) {
    const { ref, status } = outcome;
    const words = hasOtherSums(outcome) ? 'is approved, but is not what checksums-file says' : WORDS[status];
    return `### ${ICONS[status]} ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} ${words}`;
}
/** The heading of what was seen, where the outcome is told elsewhere. */
function seenHeading({ ref }) {
    return `#### 🔎 ${(0,harmless/* harmlessMarkup */.km)((0,names/* formatRef */.rq)(ref))} as it was seen last`;
}
/** The failure that an outcome is, by what the inputs say; undefined if the step is to succeed. */
function refusalOf(outcome, policy) {
    const { ref, status, review } = outcome;
    const sentence = verdictSentence(outcome);
    if (policy.isCheck || status === 'approved')
        return undefined;
    if (status === 'timed-out') {
        if (!policy.failOnTimeout)
            return undefined;
        return new client/* GobblerError */.CE('timed-out', sentence, {
            input: 'timeout-minutes',
            hint: `Those who can decide are ${review?.maintainers ?? `the owners of ${ref.project}`}. Ask them and run this again, or allow more time.`,
        });
    }
    if (status === 'missing') {
        return new client/* GobblerError */.CE('not-found', sentence, {
            input: 'project, asset, version',
            hint: 'Check the names. It may have been rejected before this began.',
        });
    }
    if (!policy.failOnRejection)
        return undefined;
    if (status === 'replaced')
        return replaced(sentence, outcome, policy.pinned);
    return new client/* GobblerError */.CE('not-found', sentence, {
        input: 'fail-on-rejection',
        hint: 'The service does not tell the two apart: ask the owners, correct what they found, and publish again.',
    });
}
function replaced(sentence, outcome, pinned) {
    const { ref, review, differences = [] } = outcome;
    if (hasOtherSums(outcome))
        return (0,checked_sums/* otherSums */.rZ)(ref, 'is approved', differences);
    const found = review?.seen.content.digest;
    const isPinned = pinned !== undefined && found !== pinned;
    return new client/* GobblerError */.CE('content-differs', isPinned ? `${sentence}: manifest-digest pins ${pinned}, but it has ${found}` : sentence, {
        input: isPinned ? 'manifest-digest' : 'fail-on-rejection',
        hint: 'It was rejected and uploaded again, perhaps by another run. The run that uploaded it can wait for its approval.',
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
;// CONCATENATED MODULE: ./build/verbs/approval-log.js




/** While nothing changes, a line is written this often: hours of waiting stay a screen. */
const SAY_EVERY_MS = 15 * 60_000;
/** Tells in the log how the waiting goes: a line when something changes, and now and then otherwise. */
class ApprovalLog {
    #ref;
    #begun = performance.now();
    #said;
    #failure;
    constructor(ref) {
        this.#ref = ref;
    }
    /** Why the last look failed, if it did. */
    get failure() {
        return this.#failure;
    }
    /** Runs a look; undefined if it fails, which is said. Passes on what ends the waiting: a stop, or a defect. */
    async look(look, signal) {
        try {
            const verdict = await look();
            if (this.#failure !== undefined)
                (0,verbs_log/* line */.n8)('Looking works again');
            this.#failure = undefined;
            return verdict;
        }
        catch (error) {
            if (!(error instanceof client/* GobblerError */.CE) || signal.aborted)
                throw error;
            this.#failure = error;
            this.#say(`failure ${error.code}`, `A look has failed, which decides nothing: ${error.message}. Trying again`);
            return undefined;
        }
    }
    /** Says that the waiting goes on. */
    waiting(verdict, pauseMs) {
        const waited = (0,figures/* formatDuration */.a3)(performance.now() - this.#begun);
        const standing = verdict === 'unfinished' ? 'is still being uploaded' : 'is on probation';
        this.#say(verdict, `${(0,names/* formatRef */.rq)(this.#ref)} ${standing} after ${waited}; looking again in ${(0,figures/* formatDuration */.a3)(pauseMs)}, then less often`);
    }
    #say(what, sentence) {
        const now = performance.now();
        if (this.#said?.what === what && now - this.#said.at < SAY_EVERY_MS)
            return;
        this.#said = { what, at: now };
        (0,verbs_log/* line */.n8)(sentence);
    }
}

;// CONCATENATED MODULE: ./build/verbs/poll-schedule.js
/** Pauses grow up to this, unless the first one is longer. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const GROWTH = 1.5;
/** By how much a pause varies, so that many who wait do not ask at once. */
const JITTER = 0.2;
/** The last look comes so long before the deadline; less where there is little time at all. */
const LAST_LOOK_MS = 5_000;
/** When to look next: pauses grow, vary, and the last one ends just before the deadline. */
class PollSchedule {
    #pauseMs;
    #longestMs;
    #lastLookAt;
    /** `timeoutMs` 0 means that there is no deadline. */
    constructor({ firstMs, timeoutMs, now }) {
        this.#pauseMs = firstMs;
        this.#longestMs = Math.max(firstMs, LONGEST_PAUSE_MS);
        const marginMs = Math.min(LAST_LOOK_MS, timeoutMs / 5);
        this.#lastLookAt = timeoutMs === 0 ? Number.POSITIVE_INFINITY : now + timeoutMs - marginMs;
    }
    /** How long to pause, in milliseconds; undefined once there is no time for another look. */
    next(now, random = Math.random) {
        const remainingMs = this.#lastLookAt - now;
        if (remainingMs <= 0)
            return undefined;
        const pauseMs = this.#pauseMs * (1 + JITTER * (random() - 0.5));
        this.#pauseMs = Math.min(this.#pauseMs * GROWTH, this.#longestMs);
        return Math.min(pauseMs, remainingMs);
    }
}

// EXTERNAL MODULE: ./build/verbs/service-connection.js + 1 modules
var service_connection = __webpack_require__(1974);
// EXTERNAL MODULE: ./build/verbs/pinned-content.js
var pinned_content = __webpack_require__(4142);
// EXTERNAL MODULE: ./build/verbs/version-state.js
var version_state = __webpack_require__(9214);
;// CONCATENATED MODULE: ./build/verbs/watched-version.js




/**
 * A version whose approval is waited for. Remembers what it was at the first look, since a version that was rejected
 * and uploaded again has the same name. Only asks the service.
 */
class WatchedVersion {
    #connection;
    #ref;
    #pin;
    #first;
    #latest;
    #differences = [];
    constructor(connection, ref, pin) {
        this.#connection = connection;
        this.#ref = ref;
        this.#pin = pin;
    }
    /** How the bytes of the approved version differ from the sums, as sentences. */
    get differences() {
        return this.#differences;
    }
    /** What was seen last; undefined while nothing complete has been there. */
    get seen() {
        return this.#latest;
    }
    /** Looks once. Throws if that fails: then nothing is known that was not known before. */
    async look(signal) {
        const state = await (0,version_state/* lookAtVersion */.B)(this.#connection, this.#ref, signal);
        if (state.kind === 'unfinished')
            return 'unfinished';
        if (state.kind === 'complete')
            return this.#judge(state.summary, signal);
        if (this.#first === undefined)
            return 'missing';
        // A rejection leaves the project behind. Without it, the service has most likely lost sight of its registry.
        if (state.missing === 'project') {
            throw new client/* GobblerError */.CE('registry-unavailable', `the service does not find the project ${JSON.stringify(this.#ref.project)} any more`, { hint: 'Its registry may not be mounted, or an administrator has deleted the project.' });
        }
        return 'rejected-or-expired';
    }
    async #judge(summary, signal) {
        const isSame = this.#first !== undefined && (0,checked_sums/* isSameUpload */.YK)(this.#first.summary, summary);
        if (isSame && summary.onProbation)
            return 'pending';
        // Read after the summary: once a version is approved, its content stays.
        const content = await (0,pinned_content/* contentOf */.$)(this.#connection, this.#ref, signal);
        const expected = this.#pin.digest ?? this.#first?.content.digest ?? content.digest;
        const isReplaced = (this.#first !== undefined && !isSame) || content.digest !== expected;
        this.#latest = { summary, content };
        this.#first ??= this.#latest;
        if (isReplaced)
            return 'replaced';
        return summary.onProbation ? 'pending' : this.#compare(this.#latest, signal);
    }
    /** Compares the bytes of a version that is approved: so they stay, unless an administrator removes it. */
    async #compare({ summary, content }, signal) {
        const { sums } = this.#pin;
        if (sums === undefined)
            return 'approved';
        const [connection, ref] = [this.#connection, this.#ref];
        this.#differences = await (0,checked_sums/* differencesFromSums */.tT)(connection, ref, { content, sums }, signal);
        const now = await (0,client/* findSummary */.ws)(connection, ref, { forceRemote: true, signal });
        const isSame = now !== undefined && (0,checked_sums/* isSameUpload */.YK)(summary, now);
        return this.#differences.length === 0 && isSame ? 'approved' : 'replaced';
    }
}

;// CONCATENATED MODULE: ./build/verbs/approval-wait.js












/** Looks once. What is wrong with the world is an outcome, `unknown`, not a failure; wrong inputs are thrown. */
async function checkApproval(watch) {
    const { ref, signal, pin } = watch;
    (0,verbs_log/* line */.n8)(`Looking at ${(0,names/* formatRef */.rq)(ref)} at ${watch.service.url}`);
    try {
        const connection = await connected(watch);
        const watched = new WatchedVersion(connection, ref, pin);
        const verdict = await watched.look(signal);
        const review = watched.seen && (await reviewOf(connection, ref, watched.seen, signal));
        if (review !== undefined)
            logReview(review);
        const { differences } = watched;
        return { ref, status: verdict === 'unfinished' ? 'pending' : verdict, review, differences };
    }
    catch (error) {
        if (!(error instanceof client/* GobblerError */.CE) || error.code === 'invalid-input' || error.code === 'cancelled')
            throw error;
        return { ref, status: error.code === 'timed-out' ? 'timed-out' : 'unknown', failure: error };
    }
}
/**
 * Waits until it is decided, or there is no more time. The first contact must succeed, since a wrong address is no
 * reason to wait for hours; from then on, a look that fails is said and repeated.
 */
async function waitForApproval(watch) {
    const { ref, signal, pin, firstPauseMs, timeoutMs } = watch;
    const limit = timeoutMs === 0 ? '' : `, for up to ${(0,figures/* formatDuration */.a3)(timeoutMs)}`;
    (0,verbs_log/* line */.n8)(`Waiting for the approval of ${(0,names/* formatRef */.rq)(ref)} at ${watch.service.url}${limit}`);
    const schedule = new PollSchedule({ firstMs: firstPauseMs, timeoutMs, now: performance.now() });
    const log = new ApprovalLog(ref);
    let review;
    try {
        const connection = await connected(watch);
        const watched = new WatchedVersion(connection, ref, pin);
        for (;;) {
            const verdict = await log.look(() => watched.look(signal), signal);
            review = await reviewed(review, verdict, { connection, watched, watch });
            if (verdict !== undefined && verdict !== 'pending' && verdict !== 'unfinished') {
                return { ref, status: verdict, review, differences: watched.differences };
            }
            const pauseMs = schedule.next(performance.now());
            if (pauseMs === undefined)
                break;
            if (verdict !== undefined)
                log.waiting(verdict, pauseMs);
            await (0,promises_.setTimeout)(pauseMs, undefined, { signal });
        }
    }
    catch (error) {
        // A look that was still under way when the time was over.
        const isTimeUp = signal.aborted && signal.reason.code === 'timed-out';
        if (!isTimeUp)
            throw signal.aborted ? signal.reason : error;
    }
    return { ref, status: 'timed-out', review, failure: log.failure };
}
async function connected({ ref, service, signal, onPath }) {
    const connection = await (0,service_connection/* connectTo */.m6)(service, signal);
    onPath(external_node_path_default().join(connection.registry, (0,layout/* refPath */.NA)(ref)));
    return connection;
}
/** The review that belongs to what was seen last: made, and written to the log, when there is something new. */
async function reviewed(review, verdict, { connection, watched, watch }) {
    const { seen } = watched;
    if (seen === undefined)
        return undefined;
    if (review !== undefined && verdict !== 'replaced')
        return { ...review, seen };
    const fresh = await reviewOf(connection, watch.ref, seen, watch.signal);
    logReview(fresh);
    return fresh;
}

// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(8441);
// EXTERNAL MODULE: ./build/verbs/service-inputs.js
var service_inputs = __webpack_require__(8827);
// EXTERNAL MODULE: ./build/verbs/sha256sum.js
var sha256sum = __webpack_require__(9388);
// EXTERNAL MODULE: ./build/verbs/verb.js + 2 modules
var verb = __webpack_require__(8951);
;// CONCATENATED MODULE: ./build/verbs/await-approval.js










const await_approval_inputs = {
    project: (0,inputs/* requiredText */.$4)(),
    asset: (0,inputs/* requiredText */.$4)(),
    version: (0,inputs/* requiredText */.$4)(),
    mode: (0,inputs/* choice */.Yq)(['wait', 'check'], 'wait'),
    'timeout-minutes': (0,inputs/* minutes */.Gx)(300),
    'poll-interval': (0,inputs/* duration */.p0)('30s'),
    'on-timeout': (0,inputs/* choice */.Yq)(['fail', 'pass'], 'fail'),
    'fail-on-rejection': (0,inputs/* flag */.Jt)(true),
    'manifest-digest': (0,inputs/* digest */.br)(),
    'checksums-file': (0,inputs/* optionalPath */.s2)(),
    ...service_inputs/* serviceInputs */.r7,
    'show-summary': (0,inputs/* flag */.Jt)(true),
};
const outputs = ['status', 'approved', 'waited-seconds', 'version-path', 'manifest-digest'];
/** Waits until somebody has decided about a version on probation, or looks once whether that has happened. */
const awaitApproval = (0,verb/* defineVerb */.P)({
    name: 'await-approval',
    inputs: await_approval_inputs,
    outputs,
    failed: (given) => `${(0,names/* formatRef */.rq)(given)} is not approved`,
    unanswered: { approved: false },
    run,
});
async function run(context) {
    const { inputs: given, setOutput, signal } = context;
    const ref = { project: given.project, asset: given.asset, version: given.version };
    (0,names/* requireVersion */.eU)(ref);
    const checksumsFile = given['checksums-file'];
    const sums = checksumsFile === undefined ? undefined : await (0,sha256sum/* readSums */.P)(checksumsFile);
    const watch = {
        ref,
        service: given,
        pin: { digest: given['manifest-digest'], sums },
        firstPauseMs: given['poll-interval'],
        timeoutMs: given['timeout-minutes'],
        signal,
        onPath: (path) => setOutput('version-path', path),
    };
    const begun = performance.now();
    try {
        await report(context, await (given.mode === 'check' ? checkApproval(watch) : waitForApproval(watch)));
    }
    finally {
        setOutput('waited-seconds', Math.round((performance.now() - begun) / 1000));
    }
}
/** Sets the outputs, and writes the summary, or fails if the outcome is one to fail for. */
async function report({ inputs: given, setOutput, ifItFails }, outcome) {
    const { status, ref, review, failure } = outcome;
    setOutput('status', status);
    setOutput('approved', status === 'approved');
    setOutput('manifest-digest', review?.seen.content.digest ?? '');
    const refusal = refusalOf(outcome, {
        isCheck: given.mode === 'check',
        failOnTimeout: given['on-timeout'] === 'fail',
        failOnRejection: given['fail-on-rejection'],
        pinned: given['manifest-digest'],
    });
    // What is gone, or was replaced, is nothing to approve any more.
    const toGive = status === 'pending' || status === 'timed-out';
    const details = review === undefined ? [] : reviewMarkdown(review, { toGive });
    if (refusal !== undefined) {
        if (details.length > 0)
            ifItFails(seenHeading(outcome), ...details);
        throw refusal;
    }
    await (0,verbs_summary/* writeSummary */.Sy)(verdictHeading(outcome), ...details);
    const sentence = verdictSentence(outcome);
    if (failure === undefined && status !== 'timed-out')
        (0,verbs_log/* line */.n8)(sentence);
    else {
        (0,verbs_log/* annotateWarning */.tf)({
            title: status === 'timed-out' ? 'Not approved in time' : 'Approval is unknown',
            sentences: [sentence],
            hint: failure?.hint ?? `${(0,names/* formatRef */.rq)(ref)} is still on probation; the workflow goes on, as on-timeout says.`,
        });
    }
}


/***/ }),

/***/ 4300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ isRecent),
/* harmony export */   YK: () => (/* binding */ isSameUpload),
/* harmony export */   rZ: () => (/* binding */ otherSums),
/* harmony export */   tT: () => (/* binding */ differencesFromSums)
/* harmony export */ });
/* harmony import */ var _client_compare_sums_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1965);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);
/* harmony import */ var _client_upload_confirm_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5369);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9748);
/* harmony import */ var _protocol_times_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1838);
/* harmony import */ var _file_ticker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5409);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3368);
/* harmony import */ var _version_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4375);








/** Compares every byte of a version with `checksums-file`. Returns how they differ, as sentences. Codes as `compareSums`. */
async function differencesFromSums(connection, ref, { content, sums }, signal) {
    (0,_log_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8)(`Comparing ${(0,_version_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .contentSize */ .vc)(content)} of ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} with checksums-file`);
    const ticker = new _file_ticker_js__WEBPACK_IMPORTED_MODULE_4__/* .FileTicker */ .r();
    ticker.begin('Comparing', content.manifest.size);
    try {
        const { manifest } = content;
        return await (0,_client_compare_sums_js__WEBPACK_IMPORTED_MODULE_0__/* .compareSums */ .s)(connection, ref, { manifest, sums }, { signal, onFile: () => ticker.advance() });
    }
    finally {
        ticker.stop();
    }
}
/** Another content than `checksums-file` says, with code `content-differs`. */
function otherSums(ref, state, differences) {
    const count = differences.length;
    const differ = count === 1 ? 'one of its files is' : `${count} of its files are`;
    return new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('content-differs', `${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRef */ .rq)(ref)} ${state}, but ${differ} not what checksums-file says: ${differences[0]}`, {
        input: 'checksums-file',
        findings: (0,_client_upload_confirm_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .Ku)(differences),
        hint: 'Find out which of the two is right: the sums may be those of another version, or the files of another build.',
    });
}
/** Records of time have whole seconds, and clocks may differ by a minute. */
const MAY_HAVE_BEEN_REPLACED_MS = 120_000;
/**
 * Whether a version may have taken the place of one with the same summary: of another that was uploaded, rejected and
 * uploaded again within a second.
 */
function isRecent({ uploadFinish }) {
    return Date.now() - ((0,_protocol_times_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTimestamp */ .EH)(uploadFinish) ?? Date.now()) < MAY_HAVE_BEEN_REPLACED_MS;
}
/** Whether two summaries are of one upload, as far as they tell. */
function isSameUpload(a, b) {
    return (a.uploadUserId === b.uploadUserId && a.uploadStart === b.uploadStart && a.uploadFinish === b.uploadFinish);
}


/***/ }),

/***/ 5409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ FileTicker)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8807);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1406);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3368);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4475);




/** Tells in the log, every few seconds, how far the work on files has come. Call {@link stop} in the end. */
class FileTicker {
    #doing = '';
    #done = 0;
    #total = 0;
    #begun = performance.now();
    #saidAt = this.#begun;
    #timer = setInterval(() => this.#tick(), _pace_js__WEBPACK_IMPORTED_MODULE_0__/* .TICK_MS */ .b);
    /** What is being done, as `Copying`, and to how many files. */
    begin(doing, total) {
        this.#doing = doing;
        this.#total = total;
        this.#done = 0;
    }
    /** One more file, or as many as there are now. */
    advance(done = this.#done + 1) {
        this.#done = done;
        if (this.#total > 0)
            (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().progress?.({ doing: this.#doing, done, total: this.#total, detail: this.#standing() });
    }
    /** Ends the ticking; returns how long it all took. */
    stop() {
        clearInterval(this.#timer);
        (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().progress?.(undefined);
        return performance.now() - this.#begun;
    }
    #tick() {
        if (this.#total === 0 || (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H)().progress !== undefined)
            return;
        const now = performance.now();
        if (!(0,_pace_js__WEBPACK_IMPORTED_MODULE_0__/* .isLineDue */ .r)({ workedMs: now - this.#begun, silentMs: now - this.#saidAt }))
            return;
        this.#saidAt = now;
        const spent = (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - this.#begun);
        (0,_log_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8)(`${this.#doing}: ${this.#standing()}, after ${spent} …`);
    }
    #standing() {
        return `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(this.#done)} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatNumberOf */ .Of)(this.#total, 'file')}`;
    }
}


/***/ }),

/***/ 5709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ maintainersOf),
/* harmony export */   v: () => (/* binding */ asMaintainer)
/* harmony export */ });
/* harmony import */ var _client_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8305);
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1935);


const MOST_OWNERS_NAMED = 10;
/** Who may decide about a project, for people: its owners by name. Never throws: it only goes with something else. */
async function maintainersOf(connection, project, signal) {
    try {
        const { owners } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchPermissions */ .LN)(connection, { project }, { forceRemote: true, signal });
        if (owners.length === 0)
            return 'the administrators of the service (the project has no owners)';
        const named = owners.slice(0, MOST_OWNERS_NAMED).join(', ');
        const rest = owners.length - MOST_OWNERS_NAMED;
        return `the owners of ${project} (${named}${rest > 0 ? ` and ${rest} more` : ''}) and the administrators of the service`;
    }
    catch {
        return `the owners of ${project} and the administrators of the service`;
    }
}
/** Runs a request that only maintainers of the project may make; a refusal names them. */
async function asMaintainer(connection, project, { signal, what }, request) {
    try {
        return await request();
    }
    catch (error) {
        if (!(error instanceof _client_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .NotAuthorized */ .f2))
            throw error;
        const spoofed = error.isAboutSpoofing;
        const hint = spoofed
            ? 'The service has a list of who may act for whom; ask its administrator, or leave spoof out.'
            : `Only ${await maintainersOf(connection, project, signal)} may ${what}.`;
        throw new _client_index_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('not-authorized', error.message, {
            hint,
            ...(spoofed && { input: 'spoof' }),
            ...(error.httpStatus !== undefined && { httpStatus: error.httpStatus }),
            cause: error,
        });
    }
}


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ TICK_MS),
/* harmony export */   r: () => (/* binding */ isLineDue)
/* harmony export */ });
/** The clock of everything that tells how long work goes on. */
const TICK_MS = 5_000;
const LONGEST_SILENCE_MS = 60_000;
/** A tick comes a little early or late. */
const TOLERANCE_MS = TICK_MS / 10;
/**
 * Whether another line is due about work that goes on: every few seconds at first, then less often, and once a minute at
 * least. Hours of work fill a few screens, not a hundred.
 */
function isLineDue({ workedMs, silentMs }) {
    return silentMs + TOLERANCE_MS >= Math.min(Math.max(workedMs / 10, TICK_MS), LONGEST_SILENCE_MS);
}


/***/ }),

/***/ 4142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   w: () => (/* binding */ requirePinned)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);
/* harmony import */ var _protocol_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9748);


/** Asks the service what a version holds. Codes as `fetchManifest`. */
async function contentOf(connection, ref, signal) {
    const manifest = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchManifest */ .Cj)(connection, ref, { forceRemote: true, signal });
    return { manifest, digest: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(manifest) };
}
/** Refuses a content that is not the one that was pinned, if one was, with code `content-differs`. */
function requirePinned(ref, pinned, { digest }) {
    if (pinned === undefined || pinned === digest)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('content-differs', `manifest-digest pins ${(0,_protocol_names_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRef */ .rq)(ref)} to ${pinned}, but its content has the digest ${digest}`, {
        input: 'manifest-digest',
        hint: 'It is not what was looked at: it may have been rejected and uploaded again. Look at what is there now, and pin that if it is right.',
    });
}


/***/ }),

/***/ 1974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IH: () => (/* binding */ actingFor),
  m6: () => (/* binding */ connectTo),
  B2: () => (/* binding */ submitting)
});

// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/verbs/figures.js
var figures = __webpack_require__(8807);
;// CONCATENATED MODULE: ./build/verbs/given-directories.js




const MOST_PROJECTS_LOOKED_FOR = 100;
const MOST_PROJECTS_NAMED = 3;
/**
 * Refuses a registry that the inputs name, if nothing is in it of what the service has: it may be that of another
 * service, or the mount point of one that is not mounted. A few projects are not missed, since network filesystems show
 * old states. Code `registry-unavailable`.
 */
async function requireOwnRegistry(connection, signal) {
    const { registry, url } = connection;
    const projects = await (0,client/* listProjects */.hF)(connection, { forceRemote: true, signal });
    for (const project of projects.slice(0, MOST_PROJECTS_LOOKED_FOR)) {
        if (await isDirectory(external_node_path_default().join(registry, project)))
            return;
    }
    if (projects.length === 0)
        return;
    const named = projects.slice(0, MOST_PROJECTS_NAMED).join(', ');
    const more = projects.length > MOST_PROJECTS_NAMED ? ', …' : '';
    throw new client/* GobblerError */.CE('registry-unavailable', `registry should show what the service at ${url} has, but ${registry} shows nothing of its ` +
        `${(0,figures/* formatNumberOf */.Of)(projects.length, 'project')} (${named}${more})`, {
        input: 'registry',
        hint: 'Give the directory where this machine sees the registry of this service, or leave it out.',
    });
}
/** Refuses a staging directory that the inputs name, but that is none here. Code `staging-unavailable`. */
async function requireStagingHere({ staging }) {
    if (await isDirectory(staging))
        return;
    throw new client/* GobblerError */.CE('staging-unavailable', `staging should be a directory here, but ${staging} is not`, {
        input: 'staging',
        hint: 'Give the directory where this machine sees the staging directory of the service, or leave it out.',
    });
}
async function isDirectory(candidate) {
    try {
        return (await external_node_fs_.promises.stat(candidate)).isDirectory();
    }
    catch {
        return false; // whatever the reason, it cannot be used from here
    }
}

// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
;// CONCATENATED MODULE: ./build/verbs/service-connection.js




/**
 * Asks the service where its directories are, and makes sure that those the inputs name are there. Codes as `connect`,
 * `registry-unavailable` and `staging-unavailable`.
 */
async function connectTo({ url, staging, registry }, signal) {
    const connection = await (0,client/* connect */.Ng)(url, { staging, registry, signal });
    if (staging !== undefined)
        await requireStagingHere(connection);
    if (registry !== undefined)
        await requireOwnRegistry(connection, signal);
    return connection;
}
/** How requests are made: for how long, and what is said meanwhile. */
function submitting(given, signal) {
    return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: log/* line */.n8 };
}
/** For whom to act. Acting for oneself needs no leave, and the service may not give it: it is left out. */
function actingFor({ spoof }) {
    return spoof === undefined || spoof === (0,identity/* currentUser */.N)() ? {} : { spoof };
}


/***/ }),

/***/ 9388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ formatSums),
/* harmony export */   P: () => (/* binding */ readSums)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2377);


/**
 * The text of a file of sha256 sums, as sha256sum writes it: a line for each name, in the given order. Names with a
 * backslash or a line break are escaped, and their line begins with a backslash.
 */
function formatSums(sums) {
    let text = '';
    for (const [name, sum] of sums) {
        const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        text += `${escaped === name ? '' : '\\'}${sum}  ${escaped}\n`;
    }
    return text;
}
/** A sum, a space, a space or a star (of `--binary`), and a name; after a backslash, the name is escaped. */
const LINE = /^(\\?)([0-9a-fA-F]{64}) [ *](.+)$/s;
const ESCAPES = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
/**
 * Reads a file of sha256 sums as sha256sum writes them: names relative to the version, `./` in front or not. Code
 * `invalid-input` for a file that cannot be read, that has a line of another form, or two sums for one name.
 */
async function readSums(file) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(file));
    }
    catch (error) {
        throw unusable(`${file} should be a file of sha256 sums in UTF-8, but cannot be read: ${(0,_protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, error);
    }
    const sums = new Map();
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '' || line === '\r')
            continue;
        const where = `line ${index + 1} of ${file}`;
        const [, mark, sum, written] = LINE.exec(line.replace(/\r$/, '')) ?? [];
        const name = written === undefined ? undefined : nameOf(written, mark === '\\');
        if (sum === undefined || name === undefined) {
            throw unusable(`${where} should be 64 hexadecimal digits, two spaces and a name, but is ${JSON.stringify(line.slice(0, 200))}`);
        }
        const known = sums.get(name);
        if (known !== undefined && known !== sum.toLowerCase())
            throw unusable(`${where} has a second sum for ${JSON.stringify(name)}`);
        sums.set(name, sum.toLowerCase());
    }
    return sums;
}
/** The name as a manifest has it; undefined for escapes that sha256sum does not write. */
function nameOf(written, isEscaped) {
    let name = written;
    if (isEscaped) {
        if (!/^(?:[^\\]|\\[\\nr])*$/s.test(written))
            return undefined;
        name = written.replace(/\\[\\nr]/g, (pair) => ESCAPES[pair] ?? pair);
    }
    return name.replace(/^(?:\.\/+)+/, '');
}
function unusable(sentence, cause) {
    return new _protocol_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GobblerError */ .CE('invalid-input', `checksums-file: ${sentence}`, {
        input: 'checksums-file',
        hint: 'Make it in the directory that was published: find . ! -type d -exec sha256sum {} +',
        cause,
    });
}


/***/ }),

/***/ 8952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stepToPaste)
/* harmony export */ });
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(851);

const OURS = 'gobbler-action/gobbler-action';
const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;
/** What YAML would not take for text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** A workflow step as Markdown, for copying: the action of that name, from where this one runs. */
function stepToPaste(action, inputs) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
    const from = repository ? `${repository}/${action}@${ref || 'main'}` : `${OURS}/${action}@main`;
    const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
    return ['```yaml', `- uses: ${yamlText(from)}`, '  with:', ...values, '```'].join('\n');
}
/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value) {
    if (PLAIN.test(value) && !WORDS.test(value))
        return value;
    return (0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessText */ .fT)(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}


/***/ }),

/***/ 4375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ versionRows),
/* harmony export */   vP: () => (/* binding */ contentCount),
/* harmony export */   vc: () => (/* binding */ contentSize)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8807);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(851);


/** Files and bytes of a content, empty directories left out. */
function contentCount({ manifest }) {
    const files = [...manifest.values()].filter((entry) => entry.md5sum !== '');
    return { files: files.length, bytes: files.reduce((sum, entry) => sum + entry.size, 0) };
}
/** The same in words: `12 files, 3.4 MiB`. */
function contentSize(content) {
    const { files, bytes } = contentCount(content);
    return `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatNumberOf */ .Of)(files, 'file')}, ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes)}`;
}
/** Who uploaded a version and what it holds, as rows of a summary. */
function versionRows(summary, content) {
    return [
        [
            'Uploaded',
            `by ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessCode */ .tt)(summary.uploadUserId)}, finished ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessMarkup */ .km)(summary.uploadFinish)}`,
        ],
        ['Content', contentSize(content)],
        ['Manifest digest', `<code>${content.digest}</code>`],
    ];
}


/***/ }),

/***/ 9214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ absence),
/* harmony export */   B: () => (/* binding */ lookAtVersion)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1935);

/** What is not there, by its name and the names above it. */
function absence({ project, asset, version }, missing) {
    const name = JSON.stringify({ project, asset, version }[missing]);
    const whose = { project: '', asset: ` of ${project}`, version: ` of ${project}/${asset}` }[missing];
    return `${missing} ${name}${whose} does not exist`;
}
/**
 * Looks at a version, always by asking the service, since network filesystems show old states. What answers "not there"
 * is made sure to be the service itself: behind the 404 of a proxy, or of another service at the same address, the
 * version may be as it was. Whatever cannot be told for certain is thrown.
 */
async function lookAtVersion(connection, ref, signal) {
    const fresh = { forceRemote: true, signal };
    const summary = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findSummary */ .ws)(connection, ref, fresh);
    if (summary !== undefined)
        return { kind: 'complete', summary };
    await requireSameService(connection, signal);
    if (!(await exists((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchPermissions */ .LN)(connection, { project: ref.project }, fresh)))) {
        return { kind: 'absent', missing: 'project' };
    }
    const versions = await exists((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listVersions */ .yO)(connection, ref, fresh));
    if (versions === undefined)
        return { kind: 'absent', missing: 'asset' };
    return versions.includes(ref.version) ? { kind: 'unfinished' } : { kind: 'absent', missing: 'version' };
}
/** What a read gives, or undefined if the service says that it does not exist. */
async function exists(read) {
    try {
        return await read;
    }
    catch (error) {
        if (error instanceof _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE && error.code === 'not-found')
            return undefined;
        throw error;
    }
}
async function requireSameService({ url, serviceStaging }, signal) {
    const { staging } = await (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceInfo */ .wJ)(url, { signal });
    if (staging === serviceStaging)
        return;
    throw new _client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .GobblerError */ .CE('service-misconfigured', `${url} should be the service with the staging directory ${serviceStaging}, but now has ${staging}`, { input: 'url', hint: 'Another Gobbler answers at this address.' });
}


/***/ })

};
;