// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * When a process was born, as an opaque text; null when it is gone (a zombie counts as gone). A process number alone is
 * no identity: after a reboot it may belong to anyone.
 * @param {number} pid
 * @returns {string | null}
 */
export function birthOf(pid) {
  if (fs.existsSync('/proc/self/stat')) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold spaces: count fields after it. Field 3 is the state, 22 the start time.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : `${bootId()}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.stdout?.trim() || null;
}

/** @param {{ pid: number, birth: string | null }} who */
export const isAlive = ({ pid, birth }) => birth !== null && birthOf(pid) === birth;

export const me = () => ({ pid: process.pid, birth: birthOf(process.pid) });

function bootId() {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
