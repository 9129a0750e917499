import { openStage, type Stage } from '../../support/browser';

export let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
