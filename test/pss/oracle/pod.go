package main

import (
	"errors"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	kjson "sigs.k8s.io/json"
)

var errNoPod = errors.New("the object holds no pod")

// podOf decodes as the API server does: field names are case-sensitive, unknown ones are dropped.
func podOf(raw []byte) (*metav1.ObjectMeta, *corev1.PodSpec, error) {
	var typed metav1.TypeMeta
	if err := kjson.UnmarshalCaseSensitivePreserveInts(raw, &typed); err != nil {
		return nil, nil, err
	}
	object, template := holderOf(typed.Kind)
	if object == nil {
		return nil, nil, errNoPod
	}
	if err := kjson.UnmarshalCaseSensitivePreserveInts(raw, object); err != nil {
		return nil, nil, err
	}
	pod := template()
	if pod == nil {
		return nil, nil, errNoPod
	}
	return &pod.ObjectMeta, &pod.Spec, nil
}

// holderOf gives an empty object of the kind, and how to find the pod in it once it is filled.
func holderOf(kind string) (any, func() *corev1.PodTemplateSpec) {
	switch kind {
	case "Pod":
		o := &corev1.Pod{}
		return o, func() *corev1.PodTemplateSpec {
			return &corev1.PodTemplateSpec{ObjectMeta: o.ObjectMeta, Spec: o.Spec}
		}
	case "PodTemplate":
		o := &corev1.PodTemplate{}
		return o, func() *corev1.PodTemplateSpec { return &o.Template }
	case "ReplicationController":
		o := &corev1.ReplicationController{}
		return o, func() *corev1.PodTemplateSpec { return o.Spec.Template }
	case "Deployment":
		o := &appsv1.Deployment{}
		return o, func() *corev1.PodTemplateSpec { return &o.Spec.Template }
	case "ReplicaSet":
		o := &appsv1.ReplicaSet{}
		return o, func() *corev1.PodTemplateSpec { return &o.Spec.Template }
	case "StatefulSet":
		o := &appsv1.StatefulSet{}
		return o, func() *corev1.PodTemplateSpec { return &o.Spec.Template }
	case "DaemonSet":
		o := &appsv1.DaemonSet{}
		return o, func() *corev1.PodTemplateSpec { return &o.Spec.Template }
	case "Job":
		o := &batchv1.Job{}
		return o, func() *corev1.PodTemplateSpec { return &o.Spec.Template }
	case "CronJob":
		o := &batchv1.CronJob{}
		return o, func() *corev1.PodTemplateSpec { return &o.Spec.JobTemplate.Spec.Template }
	}
	return nil, nil
}
