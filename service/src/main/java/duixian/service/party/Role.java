package duixian.service.party;

/// What a person may be in the process; SYSTEM is nobody's.
public enum Role {
  APPLICANT("申报人"),
  TOWNSHIP("镇街经办"),
  REVIEWER("业务科室"),
  DEPARTMENT("联审部门"),
  EXPERT("评审专家"),
  AUDITOR("审计机构"),
  LEADER("局领导"),
  FINANCE("资金科室"),
  DRAFTER("政策起草"),
  SUPERVISOR("监督"),
  ADMINISTRATOR("系统管理员"),
  SYSTEM("系统");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
