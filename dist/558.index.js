"use strict";
exports.id = 558;
exports.ids = [558];
exports.modules = {

/***/ 3849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ hasRunner),
  w: () => (/* binding */ workflowRunner)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(3327);
// EXTERNAL MODULE: ./build/verbs/harmless.js
var harmless = __webpack_require__(851);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/workflow-commands.js
var workflow_commands = __webpack_require__(7920);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/actions/command-files.js


/**
 * Makes sure that the files through which a step talks to its runner can be written, before anything happens that would
 * have to be told. They are made if they do not exist, for whoever runs the bundle by hand. Code `invalid-input`.
 */
function requireCommandFiles() {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
        const file = process.env[name];
        if (!file)
            continue;
        try {
            (0,external_node_fs_.appendFileSync)(file, '');
        }
        catch (error) {
            delete process.env[name]; // the failure itself is reported without it
            throw new errors/* GobblerError */.CE('invalid-input', `${name} should name a file that can be written: ${(0,errors/* messageOf */.bD)(error)}`, {
                input: name,
                hint: 'Correct the environment of the step, or leave the variable out.',
            });
        }
    }
}

;// CONCATENATED MODULE: ./build/actions/runner.js







/** Whether a workflow runner reads what we print: GitHub's, or another that speaks its commands. */
function hasRunner() {
    return process.env.GITHUB_ACTIONS === 'true' || Boolean(process.env.GITHUB_OUTPUT);
}
/** The same variable as a shell can export it, where there is no runner to set the other: `INPUT_DRY_RUN`. */
function underscored(name) {
    return (process.env[`INPUT_${name.replaceAll('-', '_').toUpperCase()}`] ?? '').trim();
}
/** The runner reads commands at the start of lines, where no foreign text may be taken for one. */
function line(text) {
    core/* info */.pq(/^\s*::/.test(text) ? `| ${text}` : text);
}
function printed(severity, annotation) {
    line(`${severity === 'error' ? 'Error' : 'Warning'}: ${annotation.title}`);
    for (const text of (0,log/* annotationText */.xr)(annotation).split('\n'))
        line(`  ${text}`);
}
function annotated(severity, annotation) {
    const command = severity === 'error' ? core/* error */.z3 : core/* warning */.$e;
    command((0,log/* annotationText */.xr)(annotation), { title: annotation.title });
}
function runnerPlaces(hasLaterSteps) {
    const { GITHUB_WORKSPACE, RUNNER_TEMP, RUNNER_TOOL_CACHE } = process.env;
    const temporary = RUNNER_TEMP || external_node_os_default().tmpdir();
    return {
        base: GITHUB_WORKSPACE || process.cwd(),
        temporary,
        handover: hasLaterSteps || RUNNER_TEMP ? temporary : undefined,
        // The tool cache of a persistent runner survives from job to job.
        cache: RUNNER_TOOL_CACHE ? external_node_path_default().join(RUNNER_TOOL_CACHE, 'gobbler-action') : undefined,
    };
}
/**
 * A workflow runner: inputs from the environment, answers into command files, annotations and a summary on the page of
 * the run. Without one, for whoever runs the bundle by hand, everything is a line of the log.
 */
function workflowRunner() {
    const reads = hasRunner();
    if (!reads)
        (0,workflow_commands/* dropWorkflowCommands */.v)();
    return {
        prepare: requireCommandFiles,
        places: runnerPlaces(reads),
        given: (input) => core/* getInput */.V4(input) || underscored(input),
        adviceOnInputs: reads ? "Correct the step's with block." : 'Correct the INPUT_ variables.',
        line,
        group: (title, lines) => {
            if (reads)
                core/* startGroup */.Oh(title);
            else
                line(`${title}:`);
            for (const text of lines)
                line(`  ${text}`);
            if (reads)
                core/* endGroup */.N4();
        },
        annotatesInLog: !reads,
        annotate: reads ? annotated : printed,
        output: (name, value) => {
            const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
            if (reads)
                core/* setOutput */.uH(name, text);
            else if (text !== '')
                line(`output ${name}=${(0,harmless/* harmlessText */.fT)(text)}`);
        },
        keep: (name, value) => {
            if (reads)
                core/* saveState */.LZ(name, value);
        },
        recall: core/* getState */.Gu,
        summary: process.env.GITHUB_STEP_SUMMARY
            ? async (markdown) => void (await summary/* summary */.z.addRaw(markdown).write())
            : undefined,
    };
}


/***/ }),

/***/ 3558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/client/index.js + 44 modules
var client = __webpack_require__(3103);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/verbs/host.js
var host = __webpack_require__(1406);
// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(8441);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/verb.js + 1 modules
var verb = __webpack_require__(5354);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
;// CONCATENATED MODULE: ./build/actions/service-environment.js
/** What is none of the service's business: inputs of this step, and tokens of the job. */
const RUNNER_VARIABLES = /^(INPUT_|STATE_|GITHUB_|ACTIONS_)/;
/**
 * The environment of a service of ours. It keeps `RUNNER_TRACKING_ID`, by which the runner finds what a job has left
 * behind: should the post step not run, the service still ends with the job.
 */
function serviceEnvironment() {
    const kept = Object.entries(process.env).filter(([name]) => !RUNNER_VARIABLES.test(name));
    return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./build/actions/gobbler-program.js






/** How long a program may take to say what flags it has, and how much longer to end when it is told to. */
const HELP_PATIENCE_S = 5;
const END_PATIENCE_S = 2;
/** How `timeout` says that it has ended the program, or that there is none to run. */
const ENDED_BY_TIMEOUT = [124, 137];
const CANNOT_BE_RUN = [126, 127];
/** The Gobbler in the bundle that is running. */
function embeddedProgram() {
    return [process.execPath, external_node_path_default().join(external_node_path_default().dirname((0,external_node_url_.fileURLToPath)(require("url").pathToFileURL(__filename).href)), 'index.js'), 'serve'];
}
/**
 * The program of a Gobbler of the site's own, made sure to be one by the flags it says it has. A name without a slash is
 * looked for in PATH, another one is relative to the workspace. Code `invalid-input`.
 */
async function siteProgram(binary, signal) {
    const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
    const command = binary.includes('/') ? external_node_path_default().resolve(workspace, binary) : binary;
    const { said, failure } = await unlessStopped(helpOf(command), signal);
    if (/(^|\s)-registry\b/m.test(said) && /(^|\s)-staging\b/m.test(said))
        return [command];
    throw new client/* GobblerError */.CE('invalid-input', `binary should be a Gobbler, but ${command} -h ${failure ?? 'names no flags -registry and -staging'}`, {
        input: 'binary',
        hint: 'Give the path of a Gobbler that can be run on this machine, or leave it out for the embedded one.',
    });
}
/**
 * Through `timeout`, since the toolkit cannot be told to give up. Many programs end with an error after their flags. Given
 * no input: a program that has ended before it was written would take this one with it.
 */
async function helpOf(command) {
    const limit = [`-k${END_PATIENCE_S}`, String(HELP_PATIENCE_S)];
    try {
        const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)('timeout', [...limit, command, '-h'], {
            silent: true,
            ignoreReturnCode: true,
            env: serviceEnvironment(),
        });
        const said = stdout + stderr;
        if (ENDED_BY_TIMEOUT.includes(exitCode))
            return { said, failure: 'does not end' };
        if (!CANNOT_BE_RUN.includes(exitCode))
            return { said };
        return { said, failure: `cannot be run: ${stderr.trim().split('\n').at(-1) || `exit code ${exitCode}`}` };
    }
    catch (error) {
        return { said: '', failure: `cannot be tried: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
/** The result of work that cannot be stopped; it goes on by itself when the signal comes, whose reason is thrown. */
async function unlessStopped(work, signal) {
    signal.throwIfAborted();
    let stop = () => undefined;
    const stopped = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, stopped]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/actions/process-identity.js



const LOOK_EVERY_MS = 50;
/**
 * What tells a process from a later one with the same number: its state and the time it was started, as Linux counts it.
 * Undefined if there is no such process; empty where the system does not tell.
 */
function startTimeOf(pid) {
    if (!isAlive(pid))
        return undefined;
    try {
        // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
        const fields = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
        const [state, startTime] = [fields[0], fields[19]];
        return state === 'Z' ? undefined : startTime;
    }
    catch {
        return '';
    }
}
/** Ends a process, first politely and after `patienceMs` not so. Resolves when it has gone. */
async function endProcess(pid, patienceMs) {
    const startTime = startTimeOf(pid);
    const isThere = () => startTime !== undefined && startTimeOf(pid) === startTime;
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        if (!isThere())
            return;
        send(pid, signal);
        const giveUpAt = performance.now() + patienceMs;
        while (isThere() && performance.now() < giveUpAt)
            await (0,promises_.setTimeout)(LOOK_EVERY_MS);
    }
}
function isAlive(pid) {
    return send(pid, 0);
}
/** False if there is no such process. */
function send(pid, signal) {
    try {
        process.kill(pid, signal);
        return true;
    }
    catch (error) {
        return (0,errors/* errnoOf */.UQ)(error) === 'EPERM';
    }
}

// EXTERNAL MODULE: ./build/actions/runner.js + 1 modules
var runner = __webpack_require__(3849);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
;// CONCATENATED MODULE: ./build/actions/service-directories.js





/** A name in the runner's temporary directory that does not exist yet: for everything that is left to us. */
async function temporaryName() {
    const temp = await external_node_fs_.promises.realpath(process.env.RUNNER_TEMP || external_node_os_default().tmpdir());
    return external_node_path_default().join(temp, `gobbler-${process.pid}-${Date.now().toString(36)}`);
}
/**
 * Makes the directories of a service: those that are given where they are missing, the others in `temporary`. The staging
 * directory can be written by everybody, as clients of other users need. Code `destination-unavailable`.
 */
async function makeDirectories(given, temporary) {
    const logFile = given.logFile ?? external_node_path_default().join(temporary, 'gobbler.log');
    const places = {
        registry: given.registry ?? external_node_path_default().join(temporary, 'registry'),
        staging: given.staging ?? external_node_path_default().join(temporary, 'staging'),
        'log-file': external_node_path_default().dirname(logFile),
    };
    for (const [input, directory] of Object.entries(places)) {
        try {
            const isNew = (await external_node_fs_.promises.mkdir(directory, { recursive: true })) !== undefined;
            if (isNew && input === 'staging')
                await external_node_fs_.promises.chmod(directory, 0o1777);
            if (input === 'log-file')
                await external_node_fs_.promises.writeFile(logFile, '', { flag: 'a' });
        }
        catch (error) {
            throw new client/* GobblerError */.CE('destination-unavailable', `${input} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`, {
                input,
                hint: 'Choose a directory in which this user can write, or leave the input out.',
                cause: error,
            });
        }
    }
    const { registry, staging } = places;
    // The service compares paths as they are spelled, so it gets them without links.
    return { registry: await external_node_fs_.promises.realpath(registry), staging: await external_node_fs_.promises.realpath(staging), logFile };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
var external_node_net_default = /*#__PURE__*/__webpack_require__.n(external_node_net_);
;// CONCATENATED MODULE: ./build/actions/started-service.js








/** How long a service may take until it answers. */
const START_PATIENCE_MS = 30_000;
const started_service_LOOK_EVERY_MS = 50;
const STOP_PATIENCE_MS = 10_000;
/** A free port may be taken before the service gets it. */
const PORT_ATTEMPTS = 3;
/**
 * Starts a service that outlives this process, and waits until it answers as ours: with our staging directory. Its output
 * goes to the log file, since a child that holds our own would keep the step from ending. Code `service-unreachable`.
 */
async function startDetached(wish) {
    for (let attempt = 1;; attempt++) {
        try {
            return await startAt(wish, wish.port || (await freePort()));
        }
        catch (error) {
            const isFinal = wish.port !== 0 || attempt === PORT_ATTEMPTS || !isPortTaken(wish.logFile);
            if (isFinal)
                throw error;
        }
    }
}
async function startAt(wish, port) {
    const { registry, staging, signal, logFile } = wish;
    if (await isListening(port)) {
        throw new client/* GobblerError */.CE('service-unreachable', `another service answers at port ${port} already`, {
            input: 'port',
            hint: 'Choose another port, or 0 for any that is free.',
        });
    }
    const [command, ...args] = wish.program;
    const places = ['-registry', registry, '-staging', staging, '-port', String(port)];
    const log = (0,external_node_fs_.openSync)(logFile, 'a');
    const child = (0,external_node_child_process_.spawn)(command, [...args, ...places, ...wish.flags], {
        detached: true,
        stdio: ['ignore', log, log],
        env: serviceEnvironment(),
    });
    (0,external_node_fs_.closeSync)(log);
    let failure;
    child.once('error', (error) => {
        failure = (0,errors/* messageOf */.bD)(error);
    });
    child.once('exit', (code, by) => {
        failure ??= `it ended with ${by ?? `exit code ${code}`}`;
    });
    child.unref();
    const { pid } = child;
    if (pid !== undefined)
        wish.onProcess(pid);
    const url = `http://127.0.0.1:${port}`;
    const giveUpAt = performance.now() + START_PATIENCE_MS;
    try {
        while (failure === undefined && performance.now() < giveUpAt) {
            const found = await stagingAt(url, signal);
            if (found === staging && pid !== undefined)
                return { url, pid };
            if (found !== undefined)
                failure = `another service answers there, with the staging directory ${found}`;
            else
                await (0,promises_.setTimeout)(started_service_LOOK_EVERY_MS, undefined, { signal });
        }
    }
    catch (error) {
        failure = (0,errors/* messageOf */.bD)(error);
    }
    if (pid !== undefined && startTimeOf(pid) !== undefined)
        await endProcess(pid, STOP_PATIENCE_MS);
    signal.throwIfAborted();
    const why = failure ?? `it did not answer within ${START_PATIENCE_MS / 1000} s`;
    const message = `the service did not come up at ${url}: ${why}`;
    throw new client/* GobblerError */.CE('service-unreachable', message, {
        ...(wish.port !== 0 && { input: 'port' }),
        findings: [message, ...endOfLog(logFile)],
        hint: `Its log tells more: ${logFile}`,
    });
}
/** What answers at an address, by its staging directory; undefined while nobody does, or not like a Gobbler. */
async function stagingAt(url, signal) {
    if (!(await isListening(Number(new URL(url).port))))
        return undefined;
    try {
        return (await (0,client/* serviceInfo */.wJ)(url, { signal })).staging;
    }
    catch (error) {
        if (error instanceof client/* GobblerError */.CE && error.code === 'service-misconfigured')
            return 'of something else';
        return undefined;
    }
}
/** Asked first, since a connection that is refused is tried again for a while. */
function isListening(port) {
    return new Promise((resolve) => {
        const socket = external_node_net_default().connect(port, '127.0.0.1', () => {
            socket.destroy();
            resolve(true);
        });
        socket.once('error', () => resolve(false));
    });
}
function freePort() {
    return new Promise((resolve, reject) => {
        const probe = external_node_net_default().createServer().once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}
function isPortTaken(logFile) {
    return endOfLog(logFile).some((text) => /EADDRINUSE|address already in use/.test(text));
}
const LOG_LINES = 20;
/** The last lines of a log; none if it cannot be read. */
function endOfLog(logFile) {
    try {
        return (0,external_node_fs_.readFileSync)(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/actions/start.js














const start_inputs = {
    registry: (0,inputs/* optionalPath */.s2)(),
    staging: (0,inputs/* optionalPath */.s2)(),
    port: (0,inputs/* integer */.nd)({ from: 0, to: 65_535, standard: 0 }),
    admin: (0,inputs/* nameLines */.RA)(),
    projects: (0,inputs/* lines */.Mn)(''),
    binary: (0,inputs/* text */.Qq)(),
    'probation-days': (0,inputs/* integer */.nd)({ from: 1, to: 36_500 }),
    'log-file': (0,inputs/* optionalPath */.s2)(),
};
const outputs = ['url', 'staging', 'registry', 'pid', 'log-path'];
/** State passed to the post step; each is saved before what it is about is there to be cleaned up. */
const STATE_TEMPORARY = 'temporary';
const STATE_PID = 'pid';
const STATE_START_TIME = 'start-time';
const STATE_LOG = 'log';
const start_STOP_PATIENCE_MS = 10_000;
/** A Gobbler for the length of a job. */
const start = (0,verb/* defineVerb */.P)({
    name: 'start',
    inputs: start_inputs,
    outputs,
    failed: () => 'the Gobbler was not started',
    run,
    post,
});
async function run({ inputs: given, setOutput, signal }) {
    const me = (0,identity/* currentUser */.N)();
    const admins = given.admin ?? (me === undefined ? [] : [me]);
    for (const project of given.projects)
        requireProjectName(project);
    requireAdmin(given.projects, admins, me);
    const program = given.binary === undefined ? embeddedProgram() : await siteProgram(given.binary, signal);
    const temporary = await temporaryName();
    (0,host/* host */.H)().keep(STATE_TEMPORARY, temporary);
    const places = { registry: given.registry, staging: given.staging, logFile: given['log-file'] };
    const { registry, staging, logFile } = await makeDirectories(places, temporary);
    setOutput('log-path', logFile);
    (0,host/* host */.H)().keep(STATE_LOG, logFile);
    const days = given['probation-days'];
    const flags = [
        ...(admins.length > 0 ? ['-admin', admins.join(',')] : []),
        ...(days === undefined ? [] : ['-probation', String(days)]),
    ];
    const { url, pid } = await startDetached({
        program,
        registry,
        staging,
        port: given.port ?? 0,
        flags,
        logFile,
        signal,
        onProcess: (process) => {
            (0,host/* host */.H)().keep(STATE_PID, String(process));
            (0,host/* host */.H)().keep(STATE_START_TIME, startTimeOf(process) ?? '');
        },
    });
    (0,log/* line */.n8)(`A Gobbler is ready at ${url}`);
    (0,log/* line */.n8)(`  registry ${registry}`);
    (0,log/* line */.n8)(`  staging  ${staging}`);
    (0,log/* line */.n8)(`  log      ${logFile}`);
    (0,log/* line */.n8)(`  process  ${pid}${(0,runner/* hasRunner */.X)() ? '' : `, until it is stopped: kill ${pid}`}`);
    try {
        await createProjects(url, given.projects, signal);
    }
    catch (error) {
        await endProcess(pid, start_STOP_PATIENCE_MS);
        throw error;
    }
    if ((0,runner/* hasRunner */.X)())
        core/* exportVariable */.dN('GOBBLER_URL', url);
    setOutput('url', url);
    setOutput('staging', staging);
    setOutput('registry', registry);
    setOutput('pid', pid);
}
function requireProjectName(project) {
    try {
        (0,names/* requireName */.rI)('project', project);
    }
    catch (error) {
        if (!(error instanceof client/* GobblerError */.CE))
            throw error;
        throw new client/* GobblerError */.CE(error.code, `projects: ${error.message}`, {
            input: 'projects',
            ...(error.hint !== undefined && { hint: error.hint }),
        });
    }
}
/** Projects are created by this process, so it has to be one of the administrators. */
function requireAdmin(projects, admins, me) {
    if (projects.length === 0 || (me !== undefined && admins.includes(me)))
        return;
    throw new client/* GobblerError */.CE('invalid-input', `projects are created by ${me ?? 'this user, who has no name'}, but admin names ${admins.join(', ') || 'nobody'}`, { input: 'admin', hint: `Add ${me ?? 'a user with a name'} to admin, or leave out admin or projects.` });
}
async function createProjects(url, projects, signal) {
    if (projects.length === 0)
        return;
    const connection = await (0,client/* connect */.Ng)(url, { signal });
    for (const project of new Set(projects)) {
        try {
            await (0,client/* createProject */.gA)(connection, project, { signal, onNotice: log/* line */.n8 });
            (0,log/* line */.n8)(`Created the project ${project}`);
        }
        catch (error) {
            if (!(error instanceof client/* GobblerError */.CE) || error.code !== 'already-exists')
                throw error;
            await (0,client/* fetchPermissions */.LN)(connection, { project }, { signal });
            (0,log/* line */.n8)(`The project ${project} exists already`);
        }
    }
}
/** Stops the service, shows the end of its log, and removes what was made for it. */
async function post() {
    const pid = Number((0,host/* host */.H)().recall(STATE_PID));
    const logFile = (0,host/* host */.H)().recall(STATE_LOG);
    const startedAt = (0,host/* host */.H)().recall(STATE_START_TIME);
    if (pid > 0) {
        const isOurs = startTimeOf(pid) === startedAt;
        if (isOurs)
            await endProcess(pid, start_STOP_PATIENCE_MS);
        const said = endOfLog(logFile);
        // Whether the job has failed is not told to a post step; the log is folded, so it does no harm.
        (0,log/* group */.Os)(`The end of the log of the Gobbler (${logFile})`, said);
        if (!isOurs) {
            (0,log/* annotateWarning */.tf)({
                title: 'The Gobbler has ended early',
                sentences: [
                    'It was not there any more at the end of the job. The last it has said:',
                    ...said.slice(-3),
                ],
            });
        }
    }
    const temporary = (0,host/* host */.H)().recall(STATE_TEMPORARY);
    if (temporary !== '')
        await external_node_fs_.promises.rm(temporary, { recursive: true, force: true });
}


/***/ }),

/***/ 2377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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

/***/ 8807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Of: () => (/* binding */ formatNumberOf),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   cY: () => (/* binding */ amountText),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
/** Bytes for people: `1 byte`, `512 bytes`, `24.1 MiB`. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
        value /= 1024;
        unit++;
    }
    if (unit === 0)
        return bytes === 1 ? '1 byte' : `${bytes} bytes`;
    return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ${UNITS[unit]}`;
}
/** A number with thousands separators. */
function formatCount(count) {
    return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `20,000 files`. */
function formatNumberOf(count, noun, plural = `${noun}s`) {
    return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
/** A duration for people: `3 ms`, `4.2 s`, `42 s`, `3 min 20 s`, `2 h 5 min`. */
function formatDuration(durationMs) {
    if (durationMs < 999.5)
        return `${Math.round(durationMs)} ms`;
    const seconds = durationMs / 1000 < 10 ? durationMs / 1000 : Math.round(durationMs / 1000);
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 120)
        return `${Math.round(seconds)} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 120)
        return `${minutes} min ${Math.round(seconds % 60)} s`;
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** Files with their size: `12 files (24.1 MiB)`. */
function amountText({ files, bytes }) {
    return `${formatNumberOf(files, 'file')} (${formatBytes(bytes)})`;
}


/***/ }),

/***/ 851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YM: () => (/* binding */ harmlessLink),
/* harmony export */   fT: () => (/* binding */ harmlessText),
/* harmony export */   km: () => (/* binding */ harmlessMarkup),
/* harmony export */   tt: () => (/* binding */ harmlessCode)
/* harmony export */ });
/**
 * Foreign strings (names, reasons, paths, links) made harmless for what people look at. A file name may hold anything:
 * a line break and a workflow command, terminal escapes, Markdown, HTML.
 */
/**
 * What cannot be seen, or changes how its neighbours are seen: control characters, line separators, halves of
 * characters, and all that Unicode lets be ignored (such as direction marks, soft hyphens and variation selectors).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** The runner's older form of a command is recognised anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;
/** GitHub makes a link of every word that begins so. */
const BEFORE_AUTOLINK = /(www)\./gi;
const MARKUP = /[&<>"'`*_[\]()\\|~!#{}$@:]/g;
/** Text for a log line: what cannot be seen becomes a visible escape, and no workflow command survives. */
function harmlessText(foreign) {
    return foreign.replace(INVISIBLE, visible).replace(OLD_COMMAND, '#\\#');
}
/** Text for Markdown that is shown letter by letter, in a monospaced font. */
function harmlessCode(foreign) {
    return `<code>${harmlessMarkup(foreign)}</code>`;
}
/** A link to an address, shown letter by letter. Only for http(s). */
function harmlessLink(url) {
    return /^https?:/.test(url)
        ? `<a href="${harmlessMarkup(url)}">${harmlessMarkup(url)}</a>`
        : harmlessCode(url);
}
/** Text for Markdown that is shown letter by letter. */
function harmlessMarkup(foreign) {
    return harmlessText(foreign)
        .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
        .replace(BEFORE_AUTOLINK, '$1&#46;');
}
function visible(character) {
    if (character === '\n')
        return '\\n';
    if (character === '\r')
        return '\\r';
    if (character === '\t')
        return '\\t';
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}


/***/ }),

/***/ 1406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ host),
/* harmony export */   O: () => (/* binding */ runUnder)
/* harmony export */ });
let current;
/** Says once, before any verb runs, where it is run. */
function runUnder(host) {
    current = host;
}
/** The face of this process. */
function host() {
    if (current === undefined)
        throw new Error('no verb can run before it is said where');
    return current;
}


/***/ }),

/***/ 3368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ atMostLines),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   tf: () => (/* binding */ annotateWarning),
/* harmony export */   xr: () => (/* binding */ annotationText)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8807);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(851);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1406);



/** GitHub cuts an annotation after 4,096 characters; we stop before, at a whole line. */
const LONGEST_ANNOTATION = 4_000;
/** Writes a line to the log. It may contain foreign text, which is made harmless. */
function line(text) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().line((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(text));
}
/** Writes lines as a group that is folded in the log. */
function group(title, lines) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().group((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(title), Array.from(lines, _harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT));
}
/** The first of many lines, closed by the number of the others. */
function atMostLines(most, lines) {
    const rest = lines.length - most;
    return rest > 0 ? [...lines.slice(0, most), `… and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : lines;
}
/** An error that cannot be overlooked. Does not end the verb. */
function annotateError(annotation) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().annotate('error', harmlessTitle(annotation));
}
/** A warning that cannot be overlooked. */
function annotateWarning(annotation) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .host */ .H)().annotate('warning', harmlessTitle(annotation));
}
const harmlessTitle = (annotation) => ({
    ...annotation,
    title: (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(annotation.title),
});
/** An annotation as lines of harmless text. `inputText` says which input is meant, as the user writes it. */
function annotationText({ sentences, hint, input }, inputText = (name) => `(input: ${name})`) {
    const tail = [
        ...(hint === undefined ? [] : [(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(hint)]),
        ...(input === undefined ? [] : [inputText(input)]),
    ].join(' ');
    const shown = [];
    let length = tail.length;
    for (const sentence of sentences) {
        const safe = (0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessText */ .fT)(sentence).slice(0, LONGEST_ANNOTATION / 2);
        if (length + safe.length > LONGEST_ANNOTATION)
            break;
        length += safe.length + 1;
        shown.push(safe);
    }
    const rest = sentences.length - shown.length;
    return [
        ...shown,
        ...(rest > 0 ? [`… and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(rest)} more`] : []),
        ...(tail === '' ? [] : [tail]),
    ].join('\n');
}


/***/ }),

/***/ 7920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ dropWorkflowCommands)
/* harmony export */ });
/**
 * Keeps commands for workflow runners (`::debug::…`) off standard output, for faces that are no runner: the toolkit
 * writes them there whether anybody understands them or not. Returns what writes there all the same: an answer may begin
 * with the name of a file, and that with anything.
 */
function dropWorkflowCommands() {
    const write = process.stdout.write.bind(process.stdout);
    const filtered = (chunk, ...rest) => typeof chunk === 'string' && chunk.startsWith('::') ? true : write(chunk, ...rest);
    process.stdout.write = filtered;
    return write;
}


/***/ })

};
;