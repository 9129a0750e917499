import { Main, Typography } from '@strapi/design-system';
import type { ComponentProps, ReactNode } from 'react';
import { Body } from '../parts/Body';
import { Heading } from './Heading';

interface Props extends ComponentProps<typeof Heading> {
  /** What the page is for, in a sentence below its name. */
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page of the panel: its heading, and everything under it. */
export function Page({ lead, children, ...heading }: Props) {
  return (
    <Main>
      <Heading
        {...(lead !== undefined && {
          below: (
            <Typography variant="omega" textColor="neutral600">
              {lead}
            </Typography>
          ),
        })}
        {...heading}
      />
      <Body>{children}</Body>
    </Main>
  );
}
