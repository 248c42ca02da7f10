import type { Page } from 'playwright/test';
import { loadSignWords } from '../../src/lib/i18n/signs.ts';
import { accessibilityProblems } from './support/axe.ts';
import { exerciseIds } from './support/exercise.ts';
import { expectFocusVisible } from './support/keyboard.ts';
import { expect, test } from './support/site.ts';
import { preferEditor, Workbench } from './support/workbench.ts';
