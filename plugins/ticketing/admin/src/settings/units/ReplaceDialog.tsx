import { Field, MultiSelect, MultiSelectOption, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type ReactNode } from 'react';
import { LIMITS, wibDay, type UnitEntry } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useSubmit } from '../../api/useSubmit';
import { useDraft } from '../../live/useDraft';
import { FormDialog } from '../../parts/FormDialog';
import { Notice } from '../../parts/Notice';
import { Picker } from '../../parts/Picker';
import { WhenInput } from '../../parts/WhenInput';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

interface Props {
  readonly units: readonly UnitEntry[];
  readonly onDone: (units: UnitEntry[]) => void;
  readonly onClose: () => void;
}
/** The choice of a unit that is not in the list yet; no code is written in small letters. */
const NEW = 'new';

/** One unit or several give way to another from a day on: a merger, or a new name. */
export function ReplaceDialog({ units, onDone, onClose }: Props) {
  const { t, w, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { toggleNotification } = useNotification();
  const [begun] = useState(() => ({
    from: [] as readonly string[],
    into: '',
    code: '',
    name: '',
    shortName: '',
    day: wibDay(Date.now()),
  }));
  const [said, change, clear] = useDraft(`${me.actor.id}.unit.replacement`, begun);
  const isNew = said.into === NEW;
  const olds = units.filter(({ code }) => said.from.includes(code));
  const form = useSubmit(async () => {
    const kept = await client.replaceUnits({
      from: [...said.from],
      day: said.day,
      ...(isNew ? { into: said.code, name: said.name, shortName: said.shortName } : { into: said.into }),
    });
    clear();
    const next = kept.find(({ code }) => code === (isNew ? said.code : said.into));
    toggleNotification({
      type: 'success',
      message: t('units.replaced', { name: next?.name ?? '', day: timeTeller(language).day(said.day) }),
    });
    onDone(kept);
  });
  const fill = (part: Partial<typeof begun>) => {
    change(part);
    for (const name of Object.keys(part)) form.forgive(name === 'code' ? 'into' : name);
  };
  const field = (name: 'from' | 'into' | 'day' | 'name' | 'shortName', control: ReactNode, hint = '') => (
    <Field.Root name={name} required={name !== 'shortName'} error={form.issues[name]} hint={hint}>
      <Field.Label>{w.field[name]}</Field.Label>
      {control}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const sum = (of: 'tickets' | 'accounts') => olds.reduce((total, unit) => total + unit[of], 0);
  return (
    <FormDialog title={t('units.replace')} label={t('units.doReplace')} form={form} onClose={onClose}>
      <Typography variant="omega" textColor="neutral700">
        {t('units.replaceHelp')}
      </Typography>
      {field(
        'from',
        <MultiSelect
          value={[...said.from]}
          placeholder={t('action.choose')}
          customizeContent={() => olds.map(({ name }) => name).join(', ')}
          onChange={(from: string[]) => fill({ from })}
        >
          {units
            .filter(({ isOpen, code }) => isOpen && code !== said.into)
            .map(({ code, name }) => (
              <MultiSelectOption key={code} value={code}>
                {name}
              </MultiSelectOption>
            ))}
        </MultiSelect>,
      )}
      {field(
        'into',
        <Picker
          value={said.into}
          options={[
            { value: NEW, label: t('units.newOne') },
            ...units
              .filter(({ code }) => !said.from.includes(code))
              .map(({ code, name, isOpen }) => ({
                value: code,
                label: name,
                ...(!isOpen && { detail: t('units.notOpen') }),
              })),
          ]}
          placeholder={t('action.choose')}
          onChange={(into) => fill({ into })}
        />,
      )}
      {isNew && (
        <>
          <Field.Root name="code" required hint={t('units.codeHint')}>
            <Field.Label>{w.field.code}</Field.Label>
            <TextInput
              value={said.code}
              maxLength={LIMITS.code}
              onChange={(event) => fill({ code: event.target.value.toUpperCase().replace(/\s+/g, '-') })}
            />
            <Field.Hint />
          </Field.Root>
          {field(
            'name',
            <TextInput value={said.name} maxLength={200} onChange={(event) => fill({ name: event.target.value })} />,
          )}
          {field(
            'shortName',
            <TextInput
              value={said.shortName}
              maxLength={LIMITS.name}
              onChange={(event) => fill({ shortName: event.target.value })}
            />,
          )}
        </>
      )}
      {field('day', <WhenInput type="date" value={said.day} onChange={(day) => fill({ day })} />, t('units.dayHint'))}
      {olds.length > 0 && (
        <Notice kind="remark">{t('units.consequence', { tickets: sum('tickets'), accounts: sum('accounts') })}</Notice>
      )}
    </FormDialog>
  );
}
