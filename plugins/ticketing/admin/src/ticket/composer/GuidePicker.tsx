import { useState } from 'react';
import { useClient } from '../../api/useClient';
import { useLive } from '../../live/useLive';
import { useRested } from '../../parts/TicketPicker';
import { useWords } from '../../words';
import { InsertDialog } from './InsertDialog';
import type { PickerProps } from './ReplyPicker';

const SHOWN = 10;
const FIVE_MINUTES_MS = 300_000;

/** Guides of the portal: first those of the ticket's service, then whatever is looked for. */
export function GuidePicker({ service, portal, ...rest }: PickerProps & { readonly service: string }) {
  const { t } = useWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim());
  const { data, refusal } = useLive(
    `guides.${service}.${q}`,
    async (signal) => {
      const asked = { pageSize: SHOWN, ...(q && { q }) };
      const own = q ? null : await client.listGuides({ ...asked, category: service }, { signal });
      return own?.rows.length ? own : client.listGuides(asked, { signal });
    },
    { every: FIVE_MINUTES_MS, keepsEarlier: true },
  );
  const found = portal
    ? data?.rows.map(({ slug, title, summary }) => ({
        key: slug,
        name: title,
        about: summary,
        text: `${title}: ${portal}/panduan/${slug}`,
      }))
    : undefined;
  return (
    <InsertDialog
      title={t('composer.guide')}
      label={t('composer.findGuide')}
      typed={typed}
      onType={setTyped}
      found={found}
      refusal={refusal}
      none={t('composer.noGuide')}
      {...rest}
    />
  );
}
