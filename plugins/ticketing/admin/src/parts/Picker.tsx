import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useWords } from '../words';

/** `label` is what the box shows once chosen; `detail` stands behind it in the list only. */
export interface PickerOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

interface Props {
  readonly value: string;
  readonly options: readonly PickerOption[];
  /** Narrows the options by meaning, not by their letters. */
  readonly find?: (typed: string) => readonly PickerOption[];
  /** Hears every letter, where the options come from the server. */
  readonly onType?: (typed: string) => void;
  readonly placeholder: string;
  readonly size?: 'S' | 'M';
  readonly isLoading?: boolean;
  readonly onChange: (value: string) => void;
}

/** One choice among many, found by typing any part of its name. */
export function Picker({ value, options, find, onType, placeholder, size = 'M', isLoading = false, onChange }: Props) {
  const { t } = useWords();
  const label = options.find((option) => option.value === value)?.label ?? '';
  const [text, setText] = useState(label);
  const [typed, setTyped] = useState('');
  // The choice may come from elsewhere: an address, a kept draft, a list that loads late, everything cleared at once.
  useEffect(() => {
    setText(label);
    setTyped('');
  }, [value, label]);
  const shown = find ? find(typed) : options;
  const choose = (chosen: string) => {
    if (chosen !== value) onChange(chosen);
  };
  return (
    <Combobox
      value={value}
      textValue={text}
      onTextValueChange={(next) => setText(next ?? '')}
      onInputChange={(event) => {
        setTyped(event.target.value);
        onType?.(event.target.value);
      }}
      autocomplete={find ? 'none' : { type: 'list', filter: 'contains' }}
      size={size}
      placeholder={placeholder}
      loading={isLoading}
      loadingMessage={t('loading')}
      clearLabel={t('filter.clear')}
      noOptionsMessage={() => t('filter.nothing')}
      onClear={() => choose('')}
      onChange={(chosen) => choose(chosen ?? '')}
    >
      {shown.map((option) => (
        <ComboboxOption key={option.value} value={option.value} textValue={option.label}>
          {option.detail ? `${option.label} · ${option.detail}` : option.label}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
