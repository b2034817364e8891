import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, type ProcessFacts } from '../../processes.ts';
import { allProcesses, send, startTimeOf } from './process-identity.ts';

const LOOK_EVERY_MS = 50;

/** The variable whose value marks every process of one service. */
export const MARK = 'GOBBLER_ACTION_SERVICE';

export const newMark = (): string => randomBytes(12).toString('hex');

/** The properties that distinguish the processes of a service from all others. */
export interface ServiceProcesses {
  /** The process that was started, which leads a group and a session of its own. */
  readonly leader: number;
  readonly leaderStartTime: string;
  /** The value of {@link MARK} in the environment of the leader, and of all that comes from it. */
  readonly mark: string;
}

/**
 * Ends a service: its leader, which may be a script that waits for the service, all processes of the leader's group and
 * session, and those that have left it but carry the mark. Each gets SIGTERM, and after `patienceMs` SIGKILL. Gives the
 * numbers of those that are still there, such as processes of other users. No other process is touched, even if it has
 * got the number of one that has ended.
 */
export async function endService(service: ServiceProcesses, patienceMs: number): Promise<number[]> {
  const isOurs = membership(service);
  const asked = new Set<string>();
  let members = membersOf(service, isOurs);
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const giveUpAt = performance.now() + patienceMs;
    while (members.length > 0 && performance.now() < giveUpAt) {
      for (const { pid, startTime } of members) {
        // A second SIGTERM would make the service end at once.
        const once = `${signal} ${pid} ${startTime}`;
        if (!asked.has(once)) send(pid, signal);
        asked.add(once);
      }
      await sleep(LOOK_EVERY_MS);
      members = membersOf(service, isOurs);
    }
  }
  return members.map(({ pid }) => pid);
}

/** Returns whether any process of the service is there. */
export const isServiceThere = (service: ServiceProcesses): boolean =>
  membersOf(service, membership(service)).length > 0;

/** The facts about a process of a service, or about its group. */
type Member = Pick<ProcessFacts, 'pid' | 'group' | 'session' | 'startTime'>;

type Membership = (found: Member) => boolean;

/**
 * Group and session count only if the leader is there in the beginning: as long as one of them has a member, the system
 * gives the leader's number to nobody else.
 */
function membership({ leader, leaderStartTime, mark }: ServiceProcesses): Membership {
  const leads = startTimeOf(leader) === leaderStartTime;
  const marked = `${MARK}=${mark}`;
  return ({ pid, group, session }) =>
    (leads && (group === leader || session === leader)) || environmentOf(pid).includes(marked);
}

function membersOf({ leader, leaderStartTime }: ServiceProcesses, isOurs: Membership): Member[] {
  const all = allProcesses();
  if (all !== undefined) return all.filter(isOurs);
  // Where the system does not show processes, a group can only be addressed as a whole.
  const group = { pid: -leader, group: leader, session: leader, startTime: leaderStartTime };
  return send(group.pid, 0) ? [group] : [];
}
