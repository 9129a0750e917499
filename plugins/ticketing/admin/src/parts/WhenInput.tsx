import { TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

/** The browser draws its calendar sign in black whatever the panel's theme; half way between, it reads on both. */
const Frame = styled.div`
  input::-webkit-calendar-picker-indicator {
    filter: invert(50%);
  }
`;

interface Props {
  readonly type: 'date' | 'datetime-local' | 'time';
  readonly value: string;
  readonly size?: 'S' | 'M';
  readonly onChange: (value: string) => void;
}

/** A day, a time, or a minute on the clock of Bukittinggi, with the browser's own calendar. */
export const WhenInput = ({ type, value, size = 'M', onChange }: Props) => (
  <Frame>
    <TextInput type={type} size={size} value={value} onChange={(event) => onChange(event.target.value)} />
  </Frame>
);
