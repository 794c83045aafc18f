/** A user, by the number as the kernel knows it and by the name that the image gives it; null where no source says it. */
export interface ImageUser {
  readonly uid: number | null
  /** The primary group. */
  readonly gid: number | null
  readonly name: string | null
}

/** A user that can stand in `runAsUser`. */
export interface NumericUser extends ImageUser {
  readonly uid: number
}

/** A folder that the image writes at run time. */
export interface WritableFolder {
  /** Absolute, without a slash at the end. */
  readonly path: string
  readonly purpose: string
  /**
   * `scratch` may be lost with the pod, so that an emptyDir does. `data` has to outlive the pod: where nothing is mounted
   * yet an emptyDir is no worse than the container's own layer, but what belongs there is a claim.
   */
  readonly holds: 'scratch' | 'data'
  /** What the image ships there and needs, which a volume mounted over it would hide. Null: a volume hides nothing. */
  readonly hides: string | null
  /** When it is written. Null: whenever the image runs with its defaults. */
  readonly when: string | null
}

/** How an image that starts as root gives it up by itself. */
export interface PrivilegeDrop {
  readonly to: ImageUser
  /** A program of the entrypoint; `own` where the program does it, `workers` where a master process stays root. */
  readonly by: 'gosu' | 'su-exec' | 'setpriv' | 'own' | 'workers'
  /**
   * First words of the command for which it is done (a prefix ends with `*`), besides the default command and arguments that
   * begin with a dash.
   */
  readonly programs: readonly string[]
}

/** What each of the sources shows. */
export type FactName = 'user' | 'writable' | 'capabilities' | 'ports' | 'alternative'

/** What is known about an image; null wherever no source says it. */
export interface ImageFacts {
  /** Whose facts these are: `docker.io/library/nginx`, or the pattern by which a configuration states them. */
  readonly repository: string
  /**
   * `same`: the image itself, or a mirror that keeps its path. `name`: an image of the same name in a registry of one's
   * own, or of an unknown version, which need not be the same. `stated`: the configuration says so.
   */
  readonly certainty: 'same' | 'name' | 'stated'
  /**
   * The user of the image's configuration. Where it has a name the image gives no number, so that a kubelet that has to
   * make sure that it is not root refuses the image unless `runAsUser` is set.
   */
  readonly declares: ImageUser | null
  /** Null where the image does not change its user. */
  readonly drops: PrivilegeDrop | null
  /**
   * The user to start it as without root. Null where it has to be root or nothing is known. What the image ships need not
   * belong to this user: mount volumes on all of `writable`.
   */
  readonly runAs: NumericUser | null
  /** What else has to be so that it works when it is started as `runAs`. Null: nothing. */
  readonly runAsNeeds: string | null
  /** Why it has to be root. Null where it does not or nothing is known. */
  readonly needsRoot: string | null
  /** Null where it is not known which folders it writes; empty where it writes none. */
  readonly writable: readonly WritableFolder[] | null
  /** Whether `writable` names all that it writes by default; false where the sources only name some. */
  readonly writableIsComplete: boolean
  /**
   * Capabilities needed when it starts as root, and when it starts as `runAs`; null where not known. As a user it needs only
   * those that its program file carries: such a file is not even executed where they are dropped.
   */
  readonly capabilities: { readonly asRoot: readonly string[] | null; readonly asUser: readonly string[] | null }
  /**
   * Ports on which it listens by default; null where not known. One below 1024 is closed to a user whose program carries no
   * capability, unless the runtime or `net.ipv4.ip_unprivileged_port_start` opens it.
   */
  readonly ports: readonly number[] | null
  /** An image for the same purpose that runs without root as it is. */
  readonly alternative: string | null
  /** Where each fact comes from. */
  readonly sources: Readonly<Partial<Record<FactName, readonly string[]>>>
}
