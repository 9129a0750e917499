/** Says how strong a new password is while it is typed, by the rules of the server, and lets its owner look at it. */
import { passwordIssues, strengthOf, type AccountNames, type Strength } from 'strapi-plugin-ticketing/domain';

interface Said {
  readonly names: AccountNames;
  readonly strengths: Readonly<Record<Strength, string>>;
  readonly issues: Readonly<Record<string, string | undefined>>;
}

for (const frame of document.querySelectorAll<HTMLElement>('[data-new-password]')) {
  const { names, strengths, issues } = JSON.parse(frame.dataset['newPassword'] ?? '{}') as Said;
  const fields = [...frame.querySelectorAll<HTMLInputElement>('input[type=password]')];
  const line = frame.querySelector<HTMLElement>('[data-strength]');
  const show = frame.querySelector<HTMLElement>('[data-show]');
  fields[0]?.addEventListener('input', ({ target }) => {
    const { value } = target as HTMLInputElement;
    if (!line) return;
    const [issue] = passwordIssues(value, names);
    const strength = strengthOf(value, names);
    line.hidden = value === '';
    line.dataset['level'] = strength;
    line.textContent = (issue && issues[issue.code]) ?? strengths[strength];
  });
  if (show) show.hidden = false;
  show?.addEventListener('change', ({ target }) => {
    for (const field of fields) field.type = (target as HTMLInputElement).checked ? 'text' : 'password';
  });
}
