/** Who people are to the product. A person may hold several memberships. */
import { z } from 'zod'
import { identifier, limits, text, toldLine } from '../records'

/**
 * staff: records for a platform; manager: also invites and files for it; reviewer: decides on the records
 * of the platforms of an area; province: everything of the province's; enterprise: its own participations.
 */
export const roles = ['staff', 'manager', 'reviewer', 'province', 'enterprise'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

export const roleTitles: Record<Role, string> = {
  staff: '窗口工作人员',
  manager: '平台负责人',
  reviewer: '审核人',
  province: '省平台',
  enterprise: '企业',
}

export const tiers = ['province', 'city', 'county'] as const
export const tierSchema = z.enum(tiers)
export type Tier = z.infer<typeof tierSchema>
export const tierTitles: Record<Tier, string> = { province: '省级', city: '市州', county: '县市区' }

export const idSchema = identifier(60)
/** Administrative division code, six digits; a city's ends in 00, the province's in 0000. */
export const areaCodeSchema = z.string().regex(/^\d{6}$/)

export const platformSchema = z.object({
  id: idSchema,
  name: toldLine,
  tier: tierSchema,
  areaCode: areaCodeSchema,
})
export type Platform = z.infer<typeof platformSchema>

export const membershipSchema = z.object({
  id: idSchema,
  role: roleSchema,
  /** Of staff and managers. */
  platform: platformSchema.nullable(),
  /** Of reviewers: the area whose platforms they review. */
  areaCode: areaCodeSchema.nullable(),
})
export type Membership = z.infer<typeof membershipSchema>

export const boundEnterpriseSchema = z.object({ creditCode: toldLine, name: toldLine })
export type BoundEnterprise = z.infer<typeof boundEnterpriseSchema>

export const personNameSchema = text(limits.nameLength)
