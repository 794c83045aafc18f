{{- define "branches.proxy" -}}
- name: proxy
  image: proxy:1
  securityContext:
    privileged: true
{{- end }}
