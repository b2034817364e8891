"use strict";
exports.id = 184;
exports.ids = [184];
exports.modules = {

/***/ 3184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 4 modules
var core = __webpack_require__(4962);
// EXTERNAL MODULE: ./build/client/identity.js
var identity = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/client/index.js + 59 modules
var client = __webpack_require__(1935);
// EXTERNAL MODULE: ./build/protocol/names.js
var names = __webpack_require__(9748);
// EXTERNAL MODULE: ./build/verbs/host.js
var host = __webpack_require__(1406);
// EXTERNAL MODULE: ./build/verbs/inputs.js
var inputs = __webpack_require__(8441);
// EXTERNAL MODULE: ./build/verbs/log.js
var log = __webpack_require__(3368);
// EXTERNAL MODULE: ./build/verbs/untold.js
var untold = __webpack_require__(9494);
// EXTERNAL MODULE: ./build/verbs/verb.js + 2 modules
var verb = __webpack_require__(8951);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(9863);
// EXTERNAL MODULE: ./build/protocol/errors.js
var errors = __webpack_require__(2377);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/actions/process-identity.js


/**
 * The start time of a process, by which it is told from a later one with the same number. Undefined if there is no such
 * process; empty where the system does not tell.
 */
function startTimeOf(pid) {
    if (!send(pid, 0))
        return undefined;
    return canSeeProcesses() ? factsOf(pid)?.startTime : '';
}
/** Every process that has not ended; undefined where the system does not tell. */
function allProcesses() {
    if (!canSeeProcesses())
        return undefined;
    const numbers = (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    return numbers.flatMap((number) => factsOf(Number(number)) ?? []);
}
/** Whether a process has a line in its environment. False for processes of other users, whose environment is closed. */
function hasInEnvironment(pid, entry) {
    return readOf(pid, 'environ')?.split('\0').includes(entry) ?? false;
}
/** Sends a signal to a process, or with a negative number to its group. False if there is none. */
function send(pid, signal) {
    try {
        process.kill(pid, signal);
        return true;
    }
    catch (error) {
        // It exists, and belongs to somebody else.
        if ((0,errors/* errnoOf */.UQ)(error) === 'EPERM')
            return true;
        if ((0,errors/* errnoOf */.UQ)(error) === 'ESRCH')
            return false;
        throw error;
    }
}
const canSeeProcesses = () => readOf(process.pid, 'stat') !== undefined;
function factsOf(pid) {
    // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
    const fields = readOf(pid, 'stat')?.split(') ').at(-1)?.split(' ');
    if (fields === undefined)
        return undefined;
    const [state = '', , group, session] = fields;
    if ('ZX'.includes(state))
        return undefined;
    return { pid, group: Number(group), session: Number(session), startTime: fields[19] ?? '' };
}
/** The content of a file of a process; undefined if it has ended, or does not show it to this user. */
function readOf(pid, file) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/${file}`, 'latin1');
    }
    catch (error) {
        if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((0,errors/* errnoOf */.UQ)(error) ?? ''))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/actions/service-processes.js



const LOOK_EVERY_MS = 50;
/** The variable whose value marks every process of one service. */
const MARK = 'GOBBLER_ACTION_SERVICE';
const newMark = () => (0,external_node_crypto_.randomBytes)(12).toString('hex');
/**
 * Ends a service: its leader, which may be a script that waits for the service, all processes of the leader's group and
 * session, and those that have left it but carry the mark. Each gets SIGTERM, and after `patienceMs` SIGKILL. Gives the
 * numbers of those that are still there, such as processes of other users. No other process is touched, even if it has
 * got the number of one that has ended.
 */
async function endService(service, patienceMs) {
    const isOurs = membership(service);
    const asked = new Set();
    let members = membersOf(service, isOurs);
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        const giveUpAt = performance.now() + patienceMs;
        while (members.length > 0 && performance.now() < giveUpAt) {
            for (const { pid, startTime } of members) {
                // A second SIGTERM would make the service end at once.
                const once = `${signal} ${pid} ${startTime}`;
                if (!asked.has(once))
                    send(pid, signal);
                asked.add(once);
            }
            await (0,promises_.setTimeout)(LOOK_EVERY_MS);
            members = membersOf(service, isOurs);
        }
    }
    return members.map(({ pid }) => pid);
}
/** Whether any process of the service is there. */
const isServiceThere = (service) => membersOf(service, membership(service)).length > 0;
/**
 * Group and session count only if the leader is there in the beginning: as long as one of them has a member, the system
 * gives the leader's number to nobody else.
 */
function membership({ leader, leaderStartTime, mark }) {
    const leads = startTimeOf(leader) === leaderStartTime;
    const marked = `${MARK}=${mark}`;
    return ({ pid, group, session }) => (leads && (group === leader || session === leader)) || hasInEnvironment(pid, marked);
}
function membersOf({ leader, leaderStartTime }, isOurs) {
    const all = allProcesses();
    if (all !== undefined)
        return all.filter(isOurs);
    // Where the system does not show processes, a group can only be addressed as a whole.
    const group = { pid: -leader, group: leader, session: leader, startTime: leaderStartTime };
    return send(group.pid, 0) ? [group] : [];
}

;// CONCATENATED MODULE: ./build/actions/service-environment.js

/** What is none of the service's business: inputs of this step, and tokens of the job. */
const RUNNER_VARIABLES = /^(INPUT_|STATE_|GITHUB_|ACTIONS_)/;
/**
 * The environment of a service of ours, with a mark that all of its processes inherit. It keeps `RUNNER_TRACKING_ID`, by which the runner finds what a job has left
 * behind: should the post step not run, the service still ends with the job.
 */
function serviceEnvironment(mark) {
    const kept = Object.entries(process.env).filter(([name]) => !RUNNER_VARIABLES.test(name));
    return {
        ...Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
        ...(mark !== undefined && { [MARK]: mark }),
    };
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

// EXTERNAL MODULE: ./build/actions/runner.js + 1 modules
var runner = __webpack_require__(3849);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
var external_node_os_default = /*#__PURE__*/__webpack_require__.n(external_node_os_);
// EXTERNAL MODULE: ./build/client/make-directory.js
var make_directory = __webpack_require__(9835);
// EXTERNAL MODULE: ./build/protocol/layout.js
var layout = __webpack_require__(6820);
;// CONCATENATED MODULE: ./build/actions/service-directories.js








/**
 * A name in the runner's temporary directory that nobody can foresee: for everything that is left to us. Without a runner,
 * everybody can make names where it is.
 */
async function temporaryName() {
    const temp = await external_node_fs_.promises.realpath(process.env.RUNNER_TEMP || external_node_os_default().tmpdir());
    return external_node_path_default().join(temp, `gobbler-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`);
}
/**
 * Makes the directory of that name, which must not exist: it would belong to somebody else. Others may enter it, since
 * they reach staging through it. Code `destination-unavailable`.
 */
async function makeTemporary(temporary) {
    try {
        await external_node_fs_.promises.mkdir(temporary);
        await external_node_fs_.promises.chmod(temporary, 0o755);
    }
    catch (error) {
        throw new client/* GobblerError */.CE('destination-unavailable', `${temporary} cannot be made: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'Set RUNNER_TEMP, or TMPDIR, to a directory in which this user can write.',
            cause: error,
        });
    }
}
/**
 * Makes the directories of a service: those that are given where they are missing, the others in `temporary`. The staging
 * directory can be written by everybody, as clients of other users need. Codes `destination-unavailable`, and
 * `invalid-input` for directories within each other.
 */
async function makeDirectories(given, temporary) {
    const logFile = given.logFile ?? external_node_path_default().join(temporary, 'gobbler.log');
    const places = {
        registry: given.registry ?? external_node_path_default().join(temporary, 'registry'),
        staging: given.staging ?? external_node_path_default().join(temporary, 'staging'),
        'log-file': external_node_path_default().dirname(logFile),
    };
    requireApart(places);
    if ([given.registry, given.staging, given.logFile].includes(undefined))
        await makeTemporary(temporary);
    for (const [input, directory] of Object.entries(places)) {
        try {
            const isNew = await (0,make_directory/* makeDirectory */.O)(directory);
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
/** Before anything is made; what only is the same through links, the service refuses itself. */
function requireApart({ registry, staging }) {
    if (!(0,layout/* isInside */.FK)(registry, staging) && !(0,layout/* isInside */.FK)(staging, registry))
        return;
    throw new client/* GobblerError */.CE('invalid-input', `registry ${registry} and staging ${staging} should lie apart`, {
        input: 'registry, staging',
        hint: 'Give two directories of which neither is in the other.',
    });
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
/** How long a service may take until it has undone what is running. */
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
    const mark = newMark();
    const url = `http://127.0.0.1:${port}`;
    const log = (0,external_node_fs_.openSync)(logFile, 'a');
    const child = (0,external_node_child_process_.spawn)(command, [...args, ...places, ...wish.flags], {
        detached: true,
        stdio: ['ignore', log, log],
        env: serviceEnvironment(mark),
    });
    (0,external_node_fs_.closeSync)(log);
    let failure;
    child.once('error', (error) => {
        failure = (0,errors/* messageOf */.bD)(error);
    });
    // A program may go into the background, and leave the service to a process of its own.
    let isInBackground = false;
    child.once('exit', (code, by) => {
        if (code === 0)
            isInBackground = true;
        else
            failure ??= `it ended with ${by ?? `exit code ${code}`}`;
    });
    child.unref();
    const processes = child.pid === undefined ? undefined : processesFrom(child.pid, mark);
    if (processes !== undefined)
        wish.onProcess(processes, url);
    const giveUpAt = performance.now() + START_PATIENCE_MS;
    try {
        while (failure === undefined && performance.now() < giveUpAt) {
            const found = await stagingAt(url, signal);
            if (found === staging && processes !== undefined)
                return { url, processes };
            if (found !== undefined)
                failure = `another service answers there, with the staging directory ${found}`;
            else if (isInBackground && !(processes && isServiceThere(processes)))
                failure = 'it ended with exit code 0';
            else
                await (0,promises_.setTimeout)(started_service_LOOK_EVERY_MS, undefined, { signal });
        }
    }
    catch (error) {
        failure = (0,errors/* messageOf */.bD)(error);
    }
    if (processes !== undefined)
        await endService(processes, STOP_PATIENCE_MS);
    signal.throwIfAborted();
    const why = failure ?? `it did not answer within ${START_PATIENCE_MS / 1000} s`;
    const message = `the service did not come up at ${url}: ${why}`;
    throw new client/* GobblerError */.CE('service-unreachable', message, {
        ...(wish.port !== 0 && { input: 'port' }),
        findings: [message, ...endOfLog(logFile)],
        hint: `Its log tells more: ${logFile}`,
    });
}
const processesFrom = (leader, mark) => ({
    leader,
    leaderStartTime: startTimeOf(leader) ?? '',
    mark,
});
/**
 * Whether a service that was ended still holds its port. The port may have been taken by somebody else since, if the
 * service had ended before.
 */
async function holdsPort(url, staging, wasThere) {
    if (!(await isListening(Number(new URL(url).port))))
        return false;
    return wasThere || (await stagingAt(url, AbortSignal.timeout(STOP_PATIENCE_MS))) === staging;
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
const STATE_MARK = 'mark';
const STATE_URL = 'url';
const STATE_STAGING = 'staging';
const STATE_LOG = 'log';
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
    (0,host/* host */.H)().keep(STATE_STAGING, staging);
    const days = given['probation-days'];
    const flags = [
        ...(admins.length > 0 ? ['-admin', admins.join(',')] : []),
        ...(days === undefined ? [] : ['-probation', String(days)]),
    ];
    const { url, processes } = await startDetached({
        program,
        registry,
        staging,
        port: given.port ?? 0,
        flags,
        logFile,
        signal,
        onProcess: ({ leader, leaderStartTime, mark }, at) => {
            (0,host/* host */.H)().keep(STATE_PID, String(leader));
            (0,host/* host */.H)().keep(STATE_START_TIME, leaderStartTime);
            (0,host/* host */.H)().keep(STATE_MARK, mark);
            (0,host/* host */.H)().keep(STATE_URL, at);
        },
    });
    (0,log/* line */.n8)(`A Gobbler is ready at ${url}`);
    (0,log/* line */.n8)(`  registry ${registry}`);
    (0,log/* line */.n8)(`  staging  ${staging}`);
    (0,log/* line */.n8)(`  log      ${logFile}`);
    const pid = processes.leader;
    (0,log/* line */.n8)(`  process  ${pid}${(0,runner/* hasRunner */.X)() ? '' : `, until it is stopped: kill -- -${pid}`}`);
    try {
        await createProjects(url, given.projects, signal);
    }
    catch (error) {
        await endService(processes, STOP_PATIENCE_MS);
        throw error;
    }
    if ((0,runner/* hasRunner */.X)())
        (0,untold/* telling */.gM)('GOBBLER_URL', () => core/* exportVariable */.dN('GOBBLER_URL', url));
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
    const leader = Number((0,host/* host */.H)().recall(STATE_PID));
    if (leader > 0)
        await stop(leader);
    const temporary = (0,host/* host */.H)().recall(STATE_TEMPORARY);
    if (temporary !== '')
        await external_node_fs_.promises.rm(temporary, { recursive: true, force: true });
}
async function stop(leader) {
    const processes = {
        leader,
        leaderStartTime: (0,host/* host */.H)().recall(STATE_START_TIME),
        mark: (0,host/* host */.H)().recall(STATE_MARK),
    };
    const [url, staging, logFile] = [STATE_URL, STATE_STAGING, STATE_LOG].map((name) => (0,host/* host */.H)().recall(name));
    const wasThere = isServiceThere(processes);
    const left = await endService(processes, STOP_PATIENCE_MS);
    const isOpen = await holdsPort(url ?? '', staging ?? '', wasThere);
    const said = endOfLog(logFile ?? '');
    // Whether the job has failed is not told to a post step; the log is folded, so it does no harm.
    (0,log/* group */.Os)(`The end of the log of the Gobbler (${logFile})`, said);
    if (left.length > 0 || isOpen) {
        (0,log/* annotateWarning */.tf)({
            title: 'The Gobbler could not be stopped',
            sentences: [
                ...(left.length > 0 ? [`These processes did not end: ${left.join(', ')}.`] : []),
                ...(isOpen ? [`A service still listens at ${url}.`] : []),
            ],
            hint: `Find it with "ss -ltnp", and end it. Have the binary start the service in its own session, and as this user.`,
        });
    }
    else if (!wasThere) {
        (0,log/* annotateWarning */.tf)({
            title: 'The Gobbler has ended early',
            sentences: [
                'It was not there any more at the end of the job. The last it has said:',
                ...said.slice(-3),
            ],
        });
    }
}


/***/ })

};
;