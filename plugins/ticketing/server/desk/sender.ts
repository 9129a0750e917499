import type { Language } from '../../domain';
import type { Sender } from '../mail/frame';
import type { Desk } from './desk';

/** Whose letters these are: the office by its identity, and how it is reached. */
export async function senderOf(desk: Desk): Promise<Sender> {
  const { systemName, officeName, address, postalCode, phone, email, site, serviceHours } = await desk.identity();
  const place = [address, postalCode].filter(Boolean).join(' ');
  const reached = [phone, email, site].filter(Boolean).join(' · ');
  return {
    systemName,
    office: officeName,
    contact: [place, reached, serviceHours ?? ''].filter((line) => line !== ''),
  };
}

/** The portal, without a slash at the end. */
export const portalAddress = ({ strapi }: Desk, language: Language = 'id'): string =>
  `${strapi.plugin('ticketing').config<string>('siteUrl').replace(/\/+$/, '')}${language === 'en' ? '/en' : ''}`;
/** Where whoever was invited to the panel makes a password of their own. */
export const registrationAddress = ({ strapi }: Pick<Desk, 'strapi'>, code: string): string =>
  `${strapi.config.get<string>('admin.absoluteUrl').replace(/\/+$/, '')}/auth/register?registrationToken=${code}`;
/** Where other systems call. */
export const apiAddress = ({ strapi }: Desk): string =>
  `${strapi.config.get<string>('server.absoluteUrl').replace(/\/+$/, '')}/api/ticketing`;
/** The officers' workspace in the panel. */
export const panelAddress = ({ strapi }: Desk): string =>
  `${strapi.config.get<string>('admin.absoluteUrl').replace(/\/+$/, '')}/plugins/ticketing`;
