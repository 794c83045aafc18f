import { type KnownImage, onGitHub, root } from '../known-image.ts'

const vllm = onGitHub('vllm-project/vllm', '0000977eaf873be6a295cf73017976d49ca2fb9d', 'docker/Dockerfile')
const inference = onGitHub(
  'huggingface/text-generation-inference',
  '008733313cec1a5e2a38788207cd6ee1d1812a14',
  'Dockerfile'
)

/** Servers of models. */
export const machineLearning: readonly KnownImage[] = [
  { repositories: ['docker.io/vllm/vllm-openai'], copies: ['vllm-openai'], declares: root, sources: { user: [vllm] } },
  {
    repositories: ['ghcr.io/huggingface/text-generation-inference'],
    copies: ['text-generation-inference'],
    declares: root,
    sources: { user: [inference] }
  }
]
