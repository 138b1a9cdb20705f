/** A question as a hook. */
import { useCallback, useEffect, useMemo } from 'react'
import type { ActionName, FunctionName, Input, Output } from '../../shared/contract'
import { canonicalJson } from '../../shared/records'
import { createStore, useStore } from '../store'
import type { Ask, Asked } from './ask'

export type UseAsk = <F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  /** Null: nothing to ask yet. */
  input: Input<F, A> | null,
) => Asked<Output<F, A>> & {
  reload: () => Promise<void>
  /** For a screen that comes into sight: asks again, but not twice for one look. */
  show: () => Promise<void>
}

export function makeUseAsk(ask: Ask): UseAsk {
  return function useAsk<F extends FunctionName, A extends ActionName<F>>(
    functionName: F,
    action: A,
    input: Input<F, A> | null,
  ) {
    const key = input === null ? '' : canonicalJson(input)
    // The question is the same as long as its text is: callers make a new object each time they draw.
    const question = useMemo(
      () => (input === null ? null : ask(functionName, action, input)),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [functionName, action, key],
    )
    const nothing = useMemo(
      () => createStore<Asked<Output<F, A>>>({ status: 'loading', data: null, at: null, failure: null }),
      [],
    )
    const asked = useStore<Asked<Output<F, A>>>(question?.store ?? nothing)
    const reload = useCallback(async () => question?.load(), [question])
    const show = useCallback(async () => question?.show(), [question])
    useEffect(() => {
      void reload()
      return question?.watch()
    }, [reload, question])
    return { ...asked, reload, show }
  }
}
