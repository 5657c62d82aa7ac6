package dev.plumbline.web.pages.owncheck;

/** What the editor of a new check begins with. */
final class Template {

  static final String SOURCE =
      """
      title: Workload names no owner
      severity: medium
      objective: own
      why: |
        When it fails at night, somebody has to know whom to call.
      applies_to: [Workload]
      needs: [Workload]
      offenders: |
        [workload].filter(w, !("owner" in w.metadata.?labels.orValue({})))
      message: |
        offender.kind + " " + offender.name + " has no label owner"
      fix:
        text: Label it with the team that answers for it.
        patch: |
          metadata:
            labels:
              owner: team-name
      fail: |
        # ! Deployment web has no label owner
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec: {template: {spec: {containers: [{name: web}]}}}
      pass: |
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec: {template: {metadata: {labels: {owner: shop}}, spec: {containers: [{name: web}]}}}
      """;

  private Template() {}
}
