// Lints the snippets that come on standard input, in a process of its own: jest cannot load ESLint's ESM config.
// In: [{ file, text }], out: [[rule id, …], …]. A snippet without text is read from its file.
import { readFileSync } from 'node:fs'
import { ESLint } from 'eslint'

const snippets = JSON.parse(readFileSync(0, 'utf8'))
const eslint = new ESLint({
  ignore: false,
  overrideConfig: [
    {
      // The files are imaginary, so there are no types to ask for.
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { projectService: false } },
      rules: {
        '@typescript-eslint/no-floating-promises': 'off',
        '@typescript-eslint/no-misused-promises': 'off',
        '@typescript-eslint/switch-exhaustiveness-check': 'off',
        '@typescript-eslint/no-unused-vars': 'off',
        '@typescript-eslint/no-unused-expressions': 'off',
        '@typescript-eslint/no-require-imports': 'off',
      },
    },
  ],
})

const answers = []
for (const { file, text } of snippets) {
  const filePath = file
  const results = await eslint.lintText(text ?? readFileSync(file, 'utf8'), { filePath })
  answers.push(
    results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message)),
  )
}
process.stdout.write(JSON.stringify(answers))
