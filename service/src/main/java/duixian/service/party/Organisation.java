package duixian.service.party;

import org.jspecify.annotations.Nullable;

/// A unit or office. The id of a unit is the 标识 that facts use for it; `kind` is one of 平台单位, 企业,
/// 园区建设方, 镇街, 科室, 部门, 财政, 评审专家, 审计机构; `town` is the 镇街 that accepts its claims.
public record Organisation(
    String id, String kind, String name, @Nullable String creditCode, @Nullable String town) {}
