// Command kubeadm-manifests reads a kubeadm configuration and prints the static pods that kubeadm makes by it, as a JSON
// list.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"
	kubeadm "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm"
	"k8s.io/kubernetes/cmd/kubeadm/app/phases/controlplane"
	"k8s.io/kubernetes/cmd/kubeadm/app/phases/etcd"
	"k8s.io/kubernetes/cmd/kubeadm/app/util/config"
	etcdutil "k8s.io/kubernetes/cmd/kubeadm/app/util/etcd"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	cfg, err := config.BytesToInitConfiguration(text, true)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	pods := []corev1.Pod{}
	cluster, endpoint := &cfg.ClusterConfiguration, &cfg.LocalAPIEndpoint
	for _, pod := range controlplane.GetStaticPodSpecs(cluster, endpoint, []kubeadm.EnvVar{}) {
		pods = append(pods, pod)
	}
	if cluster.Etcd.Local != nil {
		pods = append(pods, etcd.GetEtcdPodSpec(cluster, endpoint, "node", []etcdutil.Member{}))
	}
	if err := json.NewEncoder(os.Stdout).Encode(pods); err != nil {
		panic(err)
	}
}
