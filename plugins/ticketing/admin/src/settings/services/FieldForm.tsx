import {
  Box,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useEffect, useRef, type ReactNode } from 'react';
import {
  ACCEPTED_EXTENSIONS,
  FIELD_TYPES,
  hasProperty,
  momentsOf,
  SERVICE_LIMITS,
  type FIELD_PROPERTIES,
} from '../../../../domain';
import { Fold } from '../../parts/Fold';
import { useWords } from '../../words';
import { KindTicks, Pair } from './inputs';
import type { TypedField } from './typed';

interface Props {
  readonly field: TypedField;
  readonly place: number;
  /** What is said against it, by property. */
  readonly issues: Readonly<Record<string, string>>;
  readonly isOff: boolean;
  readonly onChange: (part: Partial<TypedField>) => void;
}
type Said = 'label' | 'help' | 'min' | 'max' | 'suffix' | 'pattern' | 'englishLabel' | 'englishHelp';
const MOST_OPTIONS = SERVICE_LIMITS.options * (SERVICE_LIMITS.option + 1);

/** What one field asks; only what its kind has use for. */
export function FieldForm({ field, place, issues, isOff, onChange }: Props) {
  const { t, w } = useWords();
  const top = useRef<HTMLDivElement>(null);
  const isFresh = useRef(field.key === null && field.label === '');
  // Whoever adds a field goes on typing in it.
  useEffect(() => {
    if (isFresh.current) top.current?.querySelector('input')?.focus();
    isFresh.current = false;
  }, []);
  const frame = (name: keyof TypedField, control: ReactNode, hint = '', isNeeded = false) => (
    <Field.Root name={`fields.${place}.${name}`} required={isNeeded} error={issues[name]} hint={hint}>
      <Field.Label>{w.field[`fields.${name}` as 'fields.label']}</Field.Label>
      {control}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
  const line = (name: Said, limit: number, hint = '', isNeeded = false) =>
    frame(
      name,
      <TextInput
        value={field[name]}
        maxLength={limit}
        disabled={isOff}
        inputMode={name === 'min' || name === 'max' ? 'decimal' : undefined}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />,
      hint,
      isNeeded,
    );
  const lines = (name: 'options' | 'englishOptions', hint: string, isNeeded = false) =>
    frame(
      name,
      <Textarea
        value={field[name]}
        rows={5}
        maxLength={MOST_OPTIONS}
        disabled={isOff}
        onChange={(event: { target: { value: string } }) => onChange({ [name]: event.target.value })}
      />,
      hint,
      isNeeded,
    );
  const has = (property: keyof typeof FIELD_PROPERTIES) => hasProperty(field.type, property);
  return (
    <Box ref={top} padding={3} background="neutral100" hasRadius marginTop={2}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {line('label', SERVICE_LIMITS.label, '', true)}
        <Pair>
          {frame(
            'type',
            <SingleSelect
              value={field.type}
              disabled={isOff}
              onChange={(chosen) => onChange({ type: FIELD_TYPES.find((type) => type === chosen) ?? field.type })}
            >
              {FIELD_TYPES.map((type) => (
                <SingleSelectOption key={type} value={type}>
                  {t(`services.type.${type}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>,
            '',
            true,
          )}
          {has('moment') &&
            frame(
              'moment',
              <SingleSelect
                value={field.moment}
                placeholder={t('services.moment.any')}
                clearLabel={t('filter.clear')}
                disabled={isOff}
                onClear={() => onChange({ moment: '' })}
                onChange={(chosen) =>
                  onChange({ moment: momentsOf(field.type).find((moment) => moment === chosen) ?? '' })
                }
              >
                {momentsOf(field.type).map((moment) => (
                  <SingleSelectOption key={moment} value={moment}>
                    {t(`services.moment.${moment}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>,
            )}
        </Pair>
        <Checkbox
          checked={field.required}
          disabled={isOff}
          onCheckedChange={(checked) => onChange({ required: checked === true })}
        >
          {t(field.type === 'file' ? 'services.requiredFile' : 'services.isRequired')}
        </Checkbox>
        {line('help', SERVICE_LIMITS.help, t('services.helpHint'))}
        {has('options') && lines('options', t('services.optionsHint'), true)}
        {has('min') && (
          <Pair>
            {line('min', 14)}
            {line('max', 14)}
          </Pair>
        )}
        {has('suffix') && line('suffix', SERVICE_LIMITS.suffix, t('services.suffixHint'))}
        {has('accept') &&
          frame(
            'accept',
            <KindTicks
              label={w.field['fields.accept']}
              kinds={ACCEPTED_EXTENSIONS}
              chosen={field.accept}
              isOff={isOff}
              onChange={(accept) => onChange({ accept })}
            />,
            t('services.acceptHint'),
          )}
        {has('pattern') && (
          <Fold title={t('services.more')} isOpen={issues['pattern'] !== undefined}>
            {line('pattern', SERVICE_LIMITS.pattern, t('services.patternHint'))}
          </Fold>
        )}
        <Fold title={t('services.english')} isOpen={Object.keys(issues).some((name) => name.startsWith('english'))}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {line('englishLabel', SERVICE_LIMITS.label, t('services.englishHint'))}
            {line('englishHelp', SERVICE_LIMITS.help)}
            {has('options') && lines('englishOptions', t('services.englishOptionsHint'))}
          </Flex>
        </Fold>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {field.key === null ? t('services.keyToCome') : t('services.keyKept', { key: field.key })}
        </Typography>
      </Flex>
    </Box>
  );
}
