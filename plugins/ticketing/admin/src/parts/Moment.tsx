import { Typography, type TypographyProps } from '@strapi/design-system';
import { timeTeller } from '../time';
import { useWords } from '../words';

interface Props extends Pick<TypographyProps, 'variant' | 'textColor'> {
  readonly at: string;
  /** Given: "3 jam yang lalu", with the exact time at hand. Absent: the exact time itself. */
  readonly now?: number;
}

/** An instant, exact in WIB to whoever asks. */
export function Moment({ at, now, ...look }: Props) {
  const { language } = useWords();
  const { exact, relative } = timeTeller(language);
  return (
    <Typography variant="pi" textColor="neutral600" {...look} tag="time" dateTime={at} title={exact(at)}>
      {now === undefined ? exact(at) : relative(at, now)}
    </Typography>
  );
}
