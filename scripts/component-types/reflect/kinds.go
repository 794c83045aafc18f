package main

import (
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	apischema "k8s.io/apimachinery/pkg/runtime/schema"
	resourcequota "k8s.io/apiserver/pkg/admission/plugin/resourcequota/apis/resourcequota/v1"
	webhookadmission "k8s.io/apiserver/pkg/admission/plugin/webhook/config/apis/webhookadmission/v1"
	apiserverv1 "k8s.io/apiserver/pkg/apis/apiserver/v1"
	apiserverv1alpha1 "k8s.io/apiserver/pkg/apis/apiserver/v1alpha1"
	apiserverv1beta1 "k8s.io/apiserver/pkg/apis/apiserver/v1beta1"
	auditv1 "k8s.io/apiserver/pkg/apis/audit/v1"
	kubeproxy "k8s.io/kube-proxy/config/v1alpha1"
	kubescheduler "k8s.io/kube-scheduler/config/v1"
	kubeletv1 "k8s.io/kubelet/config/v1"
	kubelet "k8s.io/kubelet/config/v1beta1"
	kubeadmv1 "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/v1"
	kubeadmv1beta4 "k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/v1beta4"
	eventratelimit "k8s.io/kubernetes/plugin/pkg/admission/eventratelimit/apis/eventratelimit/v1alpha1"
	podsecurity "k8s.io/pod-security-admission/admission/api/v1"
)

// What is registered in every group, or is a record rather than a configuration.
var notConfiguration = map[string]bool{
	"WatchEvent": true, "APIVersions": true, "APIGroup": true, "APIGroupList": true, "APIResourceList": true,
	"Status": true, "Event": true, "ConversionRequest": true, "ConversionReview": true,
	"SerializedNodeConfigSource": true,
}

// Kinds lists the kinds of configuration files.
func kinds() (map[apischema.GroupVersionKind]runtime.Object, error) {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		apiserverv1.AddToScheme, apiserverv1beta1.AddToScheme, apiserverv1alpha1.AddToScheme, auditv1.AddToScheme,
		resourcequota.AddToScheme, webhookadmission.AddToScheme, eventratelimit.AddToScheme, podsecurity.AddToScheme,
		kubelet.AddToScheme, kubeletv1.AddToScheme, kubeproxy.AddToScheme, kubescheduler.AddToScheme,
		kubeadmv1.AddToScheme, kubeadmv1beta4.AddToScheme,
	} {
		if err := add(scheme); err != nil {
			return nil, err
		}
	}
	found := map[apischema.GroupVersionKind]runtime.Object{}
	for kind := range scheme.AllKnownTypes() {
		if kind.Group == "" || kind.Version == runtime.APIVersionInternal || notConfiguration[kind.Kind] {
			continue
		}
		if strings.HasSuffix(kind.Kind, "Options") || strings.HasSuffix(kind.Kind, "List") {
			continue
		}
		object, err := scheme.New(kind)
		if err != nil {
			return nil, err
		}
		found[kind] = object
	}
	return found, nil
}
