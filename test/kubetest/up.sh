#!/usr/bin/env bash
# Starts a real Kubernetes API server on loopback, for tests: no docker, no nodes.
#
#   up.sh [STATE_DIR]        (default: ./run beside this script)
#
# Reads: KUBEBUILDER_ASSETS  folder with etcd, kube-apiserver and perhaps kube-controller-manager, used instead of
#                       the project's own build
#        KUBETEST_BIN   the project's own build (default: ./kubetest beside this script)
#        KUBETEST_PORT  the port (default: one the kernel says is free)
#        KUBETEST_CM    controllers to run, comma separated; "" for none
#        AUDIT_WEBHOOK_URL  where audit events are also POSTed; "" for nowhere
#        AUDIT_WEBHOOK_CA   PEM file that an https AUDIT_WEBHOOK_URL is checked with
# Leaves in STATE_DIR: kubeconfig (contexts admin, alice, bob, nobody), tokens.csv,
# ca.crt, audit.log, *.log, *.pid, env (KUBECONFIG=..., KUBETEST_URL=...)
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
state=${1:-$here/run}
bin=${KUBETEST_BIN:-$here/kubetest}
controllers=${KUBETEST_CM-serviceaccount-controller,serviceaccount-token-controller,root-ca-certificate-publisher-controller,namespace-controller,resourcequota-controller,garbage-collector-controller,clusterrole-aggregation-controller,validatingadmissionpolicy-status-controller,deployment-controller,replicaset-controller}
mkdir -p "$state"; state=$(cd "$state" && pwd); cd "$state"
for f in etcd apiserver controller-manager; do
	if [ -e "$f.pid" ]; then echo "up.sh: $state/$f.pid exists: run down.sh first" >&2; exit 1; fi
done
# A unix socket's path has 107 bytes at most, which a deep STATE_DIR would pass.
sock=$(mktemp -d "${TMPDIR:-/tmp}/kubetest.XXXXXX")/etcd.sock
printf '%s\n' "${sock%/*}" >sockdir
port=${KUBETEST_PORT:-$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')}

# --- keys ---------------------------------------------------------------------
ec() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
leaf() { # NAME SUBJECT EXTENSIONS
	ec "$1.key"
	openssl req -new -key "$1.key" -subj "$2" -out "$1.csr"
	openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -set_serial "0x$(openssl rand -hex 8)" \
		-days 30 -sha256 -extfile <(printf '%s\n' "$3") -out "$1.crt" 2>/dev/null
	rm "$1.csr"
}
if [ ! -e ca.crt ]; then
	ec ca.key
	openssl req -x509 -new -key ca.key -subj /CN=kubetest-ca -days 30 -sha256 -out ca.crt \
		-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
	leaf apiserver /CN=kube-apiserver $'extendedKeyUsage=serverAuth\nsubjectAltName=IP:127.0.0.1,IP:10.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc'
	leaf admin-cert /O=system:masters/CN=cert-admin $'extendedKeyUsage=clientAuth'
	ec sa.key
	openssl ec -in sa.key -pubout -out sa.pub 2>/dev/null
	t() { openssl rand -hex 24; }
	cat >tokens.csv <<-EOF
	$(t),admin,uid-admin,"system:masters"
	$(t),alice,uid-alice,"dev,oncall"
	$(t),bob,uid-bob,"viewers"
	$(t),nobody,uid-nobody
	$(t),system:kube-controller-manager,uid-kcm
	EOF
	cat >encryption.yaml <<-EOF
	apiVersion: apiserver.config.k8s.io/v1
	kind: EncryptionConfiguration
	resources:
	- resources: [secrets]
	  providers:
	  - secretbox:
	      keys:
	      - {name: key1, secret: $(openssl rand -base64 32)}
	  - identity: {}
	EOF
fi
tok() { awk -F, -v u="$1" '$2==u{print $1}' tokens.csv; }

# --- configuration ------------------------------------------------------------
cat >audit-policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
# the control plane's own chatter
- level: None
  users: [system:apiserver, system:kube-controller-manager]
- level: None
  userGroups: [system:serviceaccounts:kube-system]
- level: None
  nonResourceURLs: [/readyz*, /livez*, /healthz*, /version, /openapi/*, /metrics]
- level: Metadata # never the bodies of these
  resources: [{group: "", resources: [secrets, configmaps, serviceaccounts/token]}, {group: authentication.k8s.io}]
- level: RequestResponse
  verbs: [create, update, patch, delete, deletecollection]
- level: Metadata
EOF
cat >admission.yaml <<'EOF'
apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: privileged, enforce-version: latest, audit: restricted, audit-version: latest, warn: restricted, warn-version: latest}
    exemptions: {namespaces: [kube-system]}
EOF
webhook=()
if [ -n "${AUDIT_WEBHOOK_URL:-}" ]; then
	cat >audit-webhook.kubeconfig <<-EOF
	apiVersion: v1
	kind: Config
	clusters: [{name: sink, cluster: {server: "$AUDIT_WEBHOOK_URL"${AUDIT_WEBHOOK_CA:+, certificate-authority: "$AUDIT_WEBHOOK_CA"}}}]
	users: [{name: apiserver, user: {}}]
	contexts: [{name: sink, context: {cluster: sink, user: apiserver}}]
	current-context: sink
	EOF
	webhook=(--audit-webhook-config-file="$state/audit-webhook.kubeconfig"
		--audit-webhook-mode=batch --audit-webhook-batch-max-wait=200ms
		--audit-webhook-batch-max-size=100 --audit-webhook-initial-backoff=500ms)
fi
{
	echo "apiVersion: v1"; echo "kind: Config"; echo "current-context: admin"
	echo "clusters: [{name: kubetest, cluster: {server: \"https://127.0.0.1:$port\", certificate-authority-data: $(base64 -w0 ca.crt)}}]"
	echo "users:"
	for u in admin alice bob nobody; do echo "- {name: $u, user: {token: $(tok $u)}}"; done
	echo "contexts:"
	for u in admin alice bob nobody; do echo "- {name: $u, context: {cluster: kubetest, user: $u}}"; done
} >kubeconfig
sed "s/^current-context: .*/current-context: kcm/;s/^users:/&\n- {name: kcm, user: {token: $(tok system:kube-controller-manager)}}/;s/^contexts:/&\n- {name: kcm, context: {cluster: kubetest, user: kcm}}/" kubeconfig >kcm.kubeconfig
printf 'KUBECONFIG=%s\nKUBETEST_URL=https://127.0.0.1:%s\nKUBETEST_CA=%s\nKUBETEST_ADMIN_TOKEN=%s\n' \
	"$state/kubeconfig" "$port" "$state/ca.crt" "$(tok admin)" >env

# --- start --------------------------------------------------------------------
# A pid file holds the pid and its start time, so that down.sh never ends another
# process that was given the same pid later.
start() { # NAME COMMAND...
	local name=$1; shift
	setsid "$@" >>"$name.log" 2>&1 </dev/null &
	echo "$! $(awk '{print $22}' "/proc/$!/stat")" >"$name.pid"
}
t0=$(date +%s%N)
if [ -n "${KUBEBUILDER_ASSETS:-}" ]; then
	start etcd "$KUBEBUILDER_ASSETS/etcd" --data-dir="$state/etcd" --unsafe-no-fsync --log-level=warn \
		--listen-client-urls="unix://$sock" --advertise-client-urls="unix://$sock" \
		--listen-peer-urls="unix://$sock.peer" --initial-advertise-peer-urls=http://127.0.0.1:2380 \
		--initial-cluster=default=http://127.0.0.1:2380
	for _ in $(seq 600); do [ ! -S "$sock" ] || break; sleep 0.1; done
	serve=("$KUBEBUILDER_ASSETS/kube-apiserver" --etcd-servers="unix://$sock")
	manager=("$KUBEBUILDER_ASSETS/kube-controller-manager")
	[ -x "${manager[0]}" ] || controllers=
else
	serve=("$bin" serve "$state/etcd" "$sock")
	manager=("$bin" controller-manager)
fi
start apiserver "${serve[@]}" \
	--bind-address=127.0.0.1 --secure-port="$port" \
	--advertise-address=127.0.0.1 --endpoint-reconciler-type=none \
	--service-cluster-ip-range=10.0.0.0/24 \
	--tls-cert-file="$state/apiserver.crt" --tls-private-key-file="$state/apiserver.key" \
	--client-ca-file="$state/ca.crt" --token-auth-file="$state/tokens.csv" \
	--service-account-issuer=https://kubernetes.default.svc \
	--service-account-key-file="$state/sa.pub" --service-account-signing-key-file="$state/sa.key" \
	--authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
	--admission-control-config-file="$state/admission.yaml" \
	--encryption-provider-config="$state/encryption.yaml" \
	--audit-policy-file="$state/audit-policy.yaml" \
	--audit-log-path="$state/audit.log" --audit-log-format=json --audit-log-mode=blocking \
	"${webhook[@]}" \
	--allow-privileged=true --profiling=false --shutdown-delay-duration=0s -v=0
read -r pid _ <apiserver.pid
until curl -sf --cacert ca.crt -H "Authorization: Bearer $(tok admin)" "https://127.0.0.1:$port/readyz" >/dev/null 2>&1; do
	if ! kill -0 "$pid" 2>/dev/null; then
		echo "up.sh: the apiserver ended; the last lines of $state/apiserver.log:" >&2
		grep -v '"caller":"embed/' apiserver.log | tail -5 >&2; "$here/down.sh" "$state"; exit 1
	fi
	if [ $(($(date +%s%N) - t0)) -gt 120000000000 ]; then
		echo "up.sh: not ready in 120 s, see $state/apiserver.log" >&2; "$here/down.sh" "$state"; exit 1
	fi
	sleep 0.1
done
t1=$(date +%s%N)
if [ -n "$controllers" ]; then
	start controller-manager "${manager[@]}" \
		--kubeconfig="$state/kcm.kubeconfig" --authentication-kubeconfig="$state/kcm.kubeconfig" \
		--authorization-kubeconfig="$state/kcm.kubeconfig" \
		--secure-port=0 --leader-elect=false --use-service-account-credentials=true \
		--service-account-private-key-file="$state/sa.key" --root-ca-file="$state/ca.crt" \
		--controllers="$controllers" -v=0
fi
echo "ready in $(((t1 - t0) / 1000000)) ms at https://127.0.0.1:$port; KUBECONFIG=$state/kubeconfig"
