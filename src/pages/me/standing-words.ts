/** What is asked before somebody is confirmed for an enterprise, or leaves it. */
import type { Asked } from '../../components/words'

export function askToApprove(name: string, enterprise: string): Asked {
  return {
    title: '核实这位同事？',
    content: `请确认${name === '' ? '对方' : `“${name}”`}是${enterprise}的人员。核实后，对方可以查看和评价本企业的参与。`,
    action: '核实',
  }
}

export function askToUnbind(enterprise: string): Asked {
  return {
    title: '解除绑定？',
    content: `解除后您不再代表${enterprise}。已确认的参与不变；再次填写后需要重新核实。`,
    action: '解除',
  }
}
