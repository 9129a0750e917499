import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ServiceBook } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { useSubmit, type Submitting } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { useWords } from '../../words';
import { SERVICES } from './place';
import type { TypedService } from './typed';
import { bodyOf, differing, typedService } from './values';

/** Where the server complains of what is typed under another name here. */
const COMPLAINTS: Readonly<Partial<Record<keyof TypedService, string>>> = {
  calendar: 'sla.calendar',
  response: 'sla.responseMinutes',
  resolution: 'sla.resolutionMinutes',
  mode: 'sla.mode',
  minimumNoticeDays: 'sla.minimumNoticeDays',
  scope: 'sla.scope',
};
export const complaintOf = (name: keyof TypedService): string => COMPLAINTS[name] ?? name;

/** A form under somebody's hands. */
export interface Editing {
  readonly typed: TypedService;
  readonly book: ServiceBook;
  readonly isNew: boolean;
  readonly isOff: boolean;
  readonly form: Submitting;
  readonly fill: (part: Partial<TypedService>) => void;
  readonly count: number;
  /** What somebody else changed meanwhile; null where nobody did. */
  readonly others: readonly (keyof TypedService)[] | null;
  readonly leave: () => void;
  readonly forget: () => void;
}

interface Begun {
  /** Null for one that is to be made. */
  readonly id: number | null;
  readonly book: ServiceBook;
  readonly begun: TypedService;
  readonly draft: string;
}

/** The first field that something is said against, where the eye and the next key should be. */
const goToComplaint = (): void => {
  window.setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus(), 150);
};

/** A service as it is typed, kept in this tab until it is saved; nothing typed is lost to a refusal or another editor. */
export function useEditing({ id, book, begun: given, draft }: Begun): Editing {
  const { t } = useWords();
  const { me, may } = useDesk();
  const client = useClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [begun] = useState(given);
  const [typed, change, clear] = useDraft(`${me.actor.id}.service.${draft}`, begun);
  const [others, setOthers] = useState<Editing['others']>(null);
  const leave = () => {
    clear();
    navigate(SERVICES, { state: { open: typed.group } });
  };
  /** Takes notice of what stands now: the next save is made in sight of it. */
  const notice = async () => {
    if (id === null) return;
    const latest = typedService(await client.getService({ id }), book);
    setOthers(differing(begun, latest));
    change({ version: latest.version });
  };
  const form = useSubmit(async () => {
    try {
      const body = bodyOf(typed, book);
      await (id === null
        ? client.createService({ code: typed.code, ...body })
        : client.changeService({ id, version: typed.version, ...body }));
    } catch (error) {
      if (toRefusal(error).code === 'settingsChanged') await notice();
      goToComplaint();
      throw error;
    }
    toggleNotification({ type: 'success', message: t('services.saved', { name: typed.name.trim() }) });
    leave();
  });
  return {
    typed,
    book,
    isNew: id === null,
    isOff: !may('settings:manage'),
    form,
    fill: (part) => {
      change(part);
      for (const name of Object.keys(part) as (keyof TypedService)[]) form.forgive(complaintOf(name));
    },
    count: differing(begun, typed).length,
    others,
    leave,
    forget: clear,
  };
}
