import type { Me } from 'strapi-plugin-ticketing/contract';

/** The privacy notice, and from there on to where somebody wanted to go. */
export const noticeBefore = (address: string): string => `/privasi?${new URLSearchParams({ lanjut: address })}`;

/** Where somebody begins. Leaders read; everybody else asks. */
export const homeOf = ({ actor }: Me): '/dasbor' | '/beranda' =>
  actor.roles.includes('LEADER') && !actor.roles.includes('REQUESTER') ? '/dasbor' : '/beranda';
