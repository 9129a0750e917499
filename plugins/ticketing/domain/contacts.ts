import type { Contact } from './named';

const DOTS = '•••';

/** The last three digits are enough to know a number again, and too few to call it. */
const maskedPhone = (phone: string): string => `${DOTS}${phone.replace(/\D/g, '').slice(-3)}`;
const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  return at < 1 ? DOTS : `${email.slice(0, 1)}${DOTS}${email.slice(at)}`;
};

/**
 * A contact for those who do not handle the ticket: whom to ask for, and not how to reach them. Source: requirements
 * 3.7, "lindungi kontak pribadi".
 */
export const maskedContact = ({ name, phone, email }: Contact): Contact => ({
  name,
  phone: maskedPhone(phone),
  email: email === null ? null : maskedEmail(email),
});
