"""Where in a MeMo message each member of the API's flattened resources stands: members and paths of elements."""

ADDRESS = {
    "addressId": "grd:id", "addressLabel": "grd:addressLabel", "houseNumber": "grd:houseNumber",
    "door": "grd:door", "floor": "grd:floor", "co": "grd:co", "zipCode": "grd:zipCode", "city": "grd:city",
    "country": "grd:country",
    "geographicEastingMeasure": "grd:AddressPoint/grd:geographicEastingMeasure",
    "geographicNorthingMeasure": "grd:AddressPoint/grd:geographicNorthingMeasure",
    "geographicHeightMeasure": "grd:AddressPoint/grd:geographicHeightMeasure",
}  # fmt: skip
ATTENTION = {
    "personId": "AttentionPerson/personID", "personLabel": "AttentionPerson/label",
    "productionUnitNumber": "grd:ProductionUnit/grd:productionUnitNumber",
    "productionUnitName": "grd:ProductionUnit/grd:productionUnitName",
    "globalLocationNumber": "gln:GlobalLocationNumber/gln:globalLocationNumber",
    "location": "gln:GlobalLocationNumber/gln:location",
    "emailAddress": "EMail/emailAddress", "relatedEmailAgent": "EMail/relatedAgent",
    "seNumber": "grd:SEnumber/grd:seNumber", "seCompanyName": "grd:SEnumber/grd:companyName",
    "telephoneNumber": "Telephone/telephoneNumber", "relatedTelephoneAgent": "Telephone/relatedAgent",
    "eid": "grd:EID/grd:eID", "eidLabel": "grd:EID/grd:label",
    "contentResponsibleId": "ContentResponsible/contentResponsibleID",
    "contentResponsibleLabel": "ContentResponsible/label",
    "generatingSystemId": "GeneratingSystem/generatingSystemID",
    "generatingSystemLabel": "GeneratingSystem/label",
    "sorDataSorIdentifier": "sor:SORdata/sor:sorIdentifier", "sorDataEntryName": "sor:SORdata/sor:entryName",
    "unstructuredAddress": "grd:UnstructuredAddress/grd:unstructured",
}  # fmt: skip
CONTENT_DATA = {
    "cprDataCprNumber": "grd:CPRdata/grd:cprNumber", "cprDataName": "grd:CPRdata/grd:name",
    "cvrDataCvrNumber": "grd:CVRdata/grd:cvrNumber", "cvrDataCompanyName": "grd:CVRdata/grd:companyName",
    "motorVehicleLicenseNumber": "dmv:MotorVehicle/dmv:licenseNumber",
    "motorVehicleChassisNumber": "dmv:MotorVehicle/dmv:chassisNumber",
    "propertyNumber": "grd:PropertyNumber/grd:propertyNumber",
    "caseId": "CaseID/caseID", "caseSystem": "CaseID/caseSystem",
    "kleDataSubjectKey": "kle:KLEdata/kle:subjectKey", "kleDataVersion": "kle:KLEdata/kle:version",
    "kleDataActivityFacet": "kle:KLEdata/kle:activityFacet", "kleDataLabel": "kle:KLEdata/kle:label",
    "formDataTaskKey": "form:FORMdata/form:taskKey", "formDataVersion": "form:FORMdata/form:version",
    "formDataActivityFacet": "form:FORMdata/form:activityFacet", "formDataLabel": "form:FORMdata/form:label",
    "productionUnitNumber": "grd:ProductionUnit/grd:productionUnitNumber",
    "productionUnitName": "grd:ProductionUnit/grd:productionUnitName",
    "educationCode": "udd:Education/udd:educationCode", "educationName": "udd:Education/udd:educationName",
    "unstructuredAddress": "grd:UnstructuredAddress/grd:unstructured",
}  # fmt: skip
FORWARD = {
    "originalMessageId": "messageUUID", "originalMessageDateTime": "originalMessageDateTime",
    "originalSender": "originalSender", "originalContentResponsible": "originalContentResponsible",
    "contactPointId": "contactPointID", "comment": "comment",
}  # fmt: skip
REPLY = {
    "childMessageId": "replyUUID", "parentMessageId": "messageUUID", "messageIdentifier": "messageID",
    "senderId": "senderID", "recipientId": "recipientID", "caseId": "caseID", "contactPointId": "contactPointID",
    "generatingSystemId": "generatingSystemID", "comment": "comment",
}  # fmt: skip
ACTION = {
    "label": "label", "actionCode": "actionCode", "actionStartTime": "startDateTime",
    "actionEndTime": "endDateTime", "entryPointUrl": "EntryPoint/url", "description": "Reservation/description",
    "reservationUUID": "Reservation/reservationUUID", "reservationAbstract": "Reservation/abstract",
    "location": "Reservation/location", "reservationStartTime": "Reservation/startDateTime",
    "reservationEndTime": "Reservation/endDateTime", "organizerMail": "Reservation/organizerMail",
    "organizerName": "Reservation/organizerName",
}  # fmt: skip
