/** CEL conditions for pods that some rules do not hold for, as the Pod Security Standards name them. */

/** Linux security settings mean nothing on Windows, where the API server refuses them. */
export const windowsPod = "pod.?os.?name.orValue('') == 'windows'"

/** Root inside a user namespace of the pod's own is nobody outside. */
export const userNamespacePod = '!pod.?hostUsers.orValue(true)'
