import { describe, expect, it } from '@jest/globals';
import { actingUser, Identities } from '../../src/service/requests/identity.ts';
import { SELF } from '../helpers/service-users.ts';

const UNKNOWN_UID = 54_321;

describe('users', () => {
  it('are known by the names the system has for them', async () => {
    const identities = new Identities();
    expect(await identities.nameOf(SELF.uid)).toBe(SELF.username);
    expect(await Promise.all([0, 1, 0].map((uid) => identities.nameOf(uid)))).toEqual([
      'root',
      'daemon',
      'root',
    ]);
  });

  it('who are unknown are refused, also the second time', async () => {
    const identities = new Identities();
    for (const _ of [1, 2]) {
      await expect(identities.nameOf(UNKNOWN_UID)).rejects.toMatchObject({ status: 500 });
    }
  });

  it('are looked up in the file of accounts where there is no name service', async () => {
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      const identities = new Identities();
      expect(await identities.nameOf(1)).toBe('daemon');
      await expect(identities.nameOf(UNKNOWN_UID)).rejects.toMatchObject({ status: 500 });
    } finally {
      process.env.PATH = PATH;
    }
  });
});

describe('acting for somebody else', () => {
  const table = new Map([
    ['robot', ['alice', 'bob']],
    ['proxy', ['*', '-root', '-boss']],
    ['odd', ['-alice']],
  ]);

  it.each([
    ['robot', 'alice'],
    ['proxy', 'anybody'],
    ['proxy', ''],
  ])('is allowed as in the table: %s as %j', (user, spoofed) => {
    expect(actingUser(user, spoofed, table)).toBe(spoofed);
  });

  it.each([
    ['robot', 'carol'],
    ['robot', 'robot'],
    ['proxy', 'root'],
    ['odd', '-alice'],
    ['odd', 'alice'],
    ['nobody', 'alice'],
    ['nobody', 'nobody'],
  ])('is refused otherwise, even for oneself: %s as %s', (user, spoofed) => {
    expect(() => actingUser(user, spoofed, table)).toThrow('not authorized to spoof');
  });

  it('does not happen if nobody is named', () => {
    expect(actingUser('nobody', undefined, table)).toBe('nobody');
  });
});
