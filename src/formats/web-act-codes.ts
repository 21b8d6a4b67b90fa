import type { Action } from '../model/vocabulary.ts'

/**
 * What members do at pages of common shop systems, by method and path, wherever the shop is installed; `*` stands for one part, such as
 * the number of an order. By the routes of EC-CUBE 4 (`/mypage`, `/shopping`), WooCommerce (`/my-account`, its documented endpoints) and
 * Magento (`/customer`, `/sales`). Other sites name theirs in a file for `--map`.
 */
export const webActs: Readonly<Record<string, Action>> = {
  'GET /mypage': 'profile-view',
  'GET /mypage/change': 'profile-view',
  'POST /mypage/change': 'profile-change',
  'GET /mypage/delivery': 'profile-view',
  'POST /mypage/delivery/new': 'address-change',
  'POST /mypage/delivery/*/edit': 'address-change',
  'POST /mypage/delivery/*/delete': 'address-change',
  'GET /mypage/history/*': 'profile-view',
  'POST /mypage/withdraw': 'account-delete',
  'POST /shopping/checkout': 'purchase',
  'GET /my-account': 'profile-view',
  'GET /my-account/orders': 'profile-view',
  'GET /my-account/view-order/*': 'profile-view',
  'GET /my-account/edit-address': 'profile-view',
  'POST /my-account/edit-address/billing': 'address-change',
  'POST /my-account/edit-address/shipping': 'address-change',
  'GET /my-account/edit-account': 'profile-view',
  'POST /my-account/edit-account': 'profile-change',
  'GET /my-account/payment-methods': 'profile-view',
  'POST /my-account/add-payment-method': 'payment-method-change',
  'GET /checkout/order-received/*': 'purchase',
  'GET /customer/account': 'profile-view',
  'GET /customer/account/index': 'profile-view',
  'GET /customer/account/edit': 'profile-view',
  'POST /customer/account/editpost': 'profile-change',
  'GET /customer/address': 'profile-view',
  'POST /customer/address/formpost': 'address-change',
  'GET /sales/order/history': 'profile-view',
  'GET /checkout/onepage/success': 'purchase',
}
