import { SettingsPage } from '../SettingsPage';
import { Simulator } from './Simulator';

/** Simulasi tenggat: when so much work, begun then, is done. */
export default function DeadlinePage() {
  return (
    <SettingsPage title="deadline.title" lead="deadline.lead">
      <Simulator />
    </SettingsPage>
  );
}
